package dev.codeport.http.console;

import dev.codeport.application.account.KeepSessions;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.time.Duration;

/** What belongs to no page: the way in and out, how pages look, and what is not there. */
public final class Reception {
  private static final Duration LONG = Duration.ofDays(365);

  private final ConsoleGate gate;
  private final SignIn signIn;

  public Reception(
      KeepSessions sessions,
      ConsoleGate gate,
      Premises premises,
      RateLimiter limiter,
      Limit attempts) {
    this.gate = gate;
    this.signIn = new SignIn(sessions, premises, limiter, attempts);
  }

  /** To be mounted after all other pages: whatever is not there by then is not found. */
  public void mount(Routes routes) {
    Assets.mount(routes);
    routes
        .surface("/console", new ConsoleSurface())
        .get("/", request -> Reply.empty(303).with("Location", Address.HOME))
        .get("/console", gate.anybodyReads(Reception::home))
        .get("/console/sign-in", gate.anybodyReads(signIn::show))
        .post("/console/sign-in", gate.anybodyChanges(signIn::enter))
        .post("/console/sign-out", gate.anybodyChanges(signIn::leave))
        .post("/console/appearance", gate.anybodyChanges(Reception::change))
        .get("/console/*", gate.anybodyReads(Visit::notFound));
  }

  private static Reply home(Visit visit) {
    return visit.go(visit.who().part().map(SignIn::home).orElse("/console/sign-in"));
  }

  private static Reply change(Visit visit) {
    var form = visit.form();
    var reply = visit.go(Address.safe(form.text("back").orElse("")));
    var theme = form.text("theme").flatMap(Theme::of);
    var language = form.text("language").flatMap(Texts::of);
    if (theme.isPresent()) {
      reply = reply.withCookie(visit.cookies().set(Cookies.THEME, theme.get().word(), LONG));
    }
    if (language.isPresent()) {
      reply =
          reply.withCookie(visit.cookies().set(Cookies.LANGUAGE, language.get().language(), LONG));
    }
    return reply;
  }
}
