package dev.codeport.http.console;

import dev.codeport.application.account.KeepSessions;
import dev.codeport.domain.account.Session.Part;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.Reply;
import java.util.Optional;

/** Coming and going. Whoever comes gets a new session, whatever the browser had before. */
final class SignIn {
  private static final String POLICY = "console-sign-in";

  private final KeepSessions sessions;
  private final Premises premises;
  private final RateLimiter limiter;
  private final Limit attempts;

  SignIn(KeepSessions sessions, Premises premises, RateLimiter limiter, Limit attempts) {
    this.sessions = sessions;
    this.premises = premises;
    this.limiter = limiter;
    this.attempts = attempts;
  }

  Reply show(Visit visit) {
    return page(visit, 200, Address.safe(visit.query().text("next").orElse("")));
  }

  Reply enter(Visit visit) {
    var next = Address.safe(visit.form().text("next").orElse(""));
    var address = premises.origins().of(visit.request());
    var counted = LimitKey.of(POLICY, address.map(NetworkAddress::counted).orElse("none"));
    if (limiter.take(attempts, counted) instanceof Decision.Denied denied) {
      var wait = Reply.seconds(denied.retryAfter());
      return refused(visit.with(Notice.warning(visit.say("sign-in.too-often", wait))), 429, next)
          .retryAfter(denied.retryAfter());
    }
    var key = Secret.of(visit.form().text("key").orElse("").strip());
    return premises.adminKey().filter(key::equals).isPresent()
        ? welcome(visit, Part.OPERATOR, sessions.openOperatorSession(key), next)
        : sessions
            .openSession(key)
            .map(session -> welcome(visit, Part.CUSTOMER, session, next))
            .orElseGet(
                () ->
                    refused(visit.with(Notice.warning(visit.say("sign-in.wrong-key"))), 401, next));
  }

  Reply leave(Visit visit) {
    end(visit);
    return visit
        .go("/console/sign-in", "signed-out")
        .withCookie(visit.cookies().clear(Cookies.SESSION));
  }

  /** The way in again, in place of what was asked for. */
  static Reply refused(Visit visit, int status, String next) {
    var reply = page(visit, status, next);
    return status == 401
        ? reply.with("WWW-Authenticate", "Cookie form-action=\"/console/sign-in\"")
        : reply;
  }

  /** The first page of a part. */
  static String home(Part part) {
    return Section.of(part, false).getFirst().path();
  }

  private Reply welcome(Visit visit, Part part, Secret session, String next) {
    end(visit);
    var fits = next.startsWith("/console/operator") == (part == Part.OPERATOR);
    var to = fits && !next.equals(Address.HOME) ? next : home(part);
    return visit.go(to).withCookie(visit.cookies().set(Cookies.SESSION, session.reveal()));
  }

  private void end(Visit visit) {
    visit.cookies().value(Cookies.SESSION).map(Secret::of).ifPresent(sessions::endSession);
  }

  private static Reply page(Visit visit, int status, String next) {
    return visit.page(
        status, "sign-in", visit.say("sign-in.title"), Optional.empty(), new SignInPage(next));
  }
}
