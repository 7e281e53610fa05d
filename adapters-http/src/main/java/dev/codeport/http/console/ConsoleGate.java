package dev.codeport.http.console;

import dev.codeport.application.account.KeepSessions;
import dev.codeport.domain.account.Session.Part;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.console.Visit.Who;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Endpoint;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Lets visitors in by their session. A form counts only if it came from a page of ours and carries
 * the visit's token; what a customer does counts against the limits of the key that was signed in
 * with, as if it were done through the API.
 */
public final class ConsoleGate {
  private static final int VISIT_BYTES = 16;

  private final KeepSessions sessions;
  private final CustomerGate limits;
  private final KeepSessions.Terms terms;
  private final Premises premises;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ConsoleGate(
      KeepSessions sessions,
      CustomerGate limits,
      Duration idle,
      Premises premises,
      InstantSource clock,
      RandomGenerator random) {
    this.sessions = sessions;
    this.limits = limits;
    this.terms = new KeepSessions.Terms(idle, premises.adminKey());
    this.premises = premises;
    this.clock = clock;
    this.random = random;
  }

  /** A page, or what a form does, where it does not matter for whom. */
  @FunctionalInterface
  public interface Page {
    Reply answer(Visit visit);
  }

  /** A page, or what a form does, for one customer. */
  @FunctionalInterface
  public interface CustomerPage {
    Reply answer(Customer customer, Visit visit);
  }

  /** A customer's page. */
  public Endpoint reads(CustomerPage page) {
    return within(
        (visit, customer) ->
            limited(visit)
                .read(customer, visit.request(), (same, request) -> page.answer(same, visit)));
  }

  /** What a customer's form does. */
  public Endpoint changes(CustomerPage page) {
    return within(
        (visit, customer) ->
            whole(
                visit,
                sent ->
                    limited(sent)
                        .change(
                            customer, sent.request(), (same, request) -> page.answer(same, sent))));
  }

  /** A page of the operator's. */
  public Endpoint operatorReads(Page page) {
    return asOperator(page::answer);
  }

  /** What a form of the operator's does. */
  public Endpoint operatorChanges(Page page) {
    return asOperator(visit -> whole(visit, page::answer));
  }

  /** A page for anybody, signed in or not. */
  Endpoint anybodyReads(Page page) {
    return request -> known(request, (visit, visitor) -> page.answer(visit));
  }

  /** What a form for anybody does. */
  Endpoint anybodyChanges(Page page) {
    return request -> known(request, (visit, visitor) -> whole(visit, page::answer));
  }

  @FunctionalInterface
  private interface Known {
    Reply answer(Visit visit, Optional<KeepSessions.Visitor> visitor);
  }

  @FunctionalInterface
  private interface Within {
    Reply answer(Visit visit, Customer customer);
  }

  private Endpoint within(Within page) {
    return signedIn(page, visit -> visit.fail(403, "not-a-customer"));
  }

  private Endpoint asOperator(Function<Visit, Reply> page) {
    return signedIn((visit, customer) -> visit.fail(403, "not-the-operator"), page);
  }

  private Endpoint signedIn(Within customers, Function<Visit, Reply> operators) {
    return request ->
        known(
            request,
            (visit, visitor) ->
                visitor
                    .map(
                        who ->
                            switch (who) {
                              case KeepSessions.Customer customer ->
                                  customers.answer(visit, new Customer(customer.holder()));
                              case KeepSessions.Operator operator -> operators.apply(visit);
                            })
                    .orElseGet(() -> nobody(visit)));
  }

  /** A session that is over is said to be; who had none is shown the way in. */
  private static Reply nobody(Visit visit) {
    if (visit.cookies().value(Cookies.SESSION).isPresent()) {
      return SignIn.refused(
          visit.with(Notice.warning(visit.say("sign-in.expired"))), 401, visit.here());
    }
    return visit.go("/console/sign-in" + visit.queryWith(Map.of("next", visit.here())));
  }

  private Reply known(Request request, Known page) {
    var cookies = Cookies.of(request, premises.isSecure(request));
    var session = cookies.value(Cookies.SESSION).map(Secret::of);
    var visitor = session.flatMap(id -> sessions.visitor(id, terms));
    var own = visitor.flatMap(who -> session).map(Secret::reveal);
    var earlier = cookies.value(Cookies.VISIT);
    var secret = own.or(() -> earlier).orElseGet(this::secret);
    var visit = visit(request, cookies, visitor, secret);
    var reply = answer(page, visit, visitor);
    return own.isEmpty() && earlier.isEmpty()
        ? reply.withCookie(cookies.set(Cookies.VISIT, secret))
        : reply;
  }

  /** Bad input is worded here: nobody further out knows the visitor's language. */
  private static Reply answer(Known page, Visit visit, Optional<KeepSessions.Visitor> visitor) {
    try {
      return page.answer(visit, visitor);
    } catch (BadInput bad) {
      return visit.fail(400, "bad-input", bad.field(), bad.reason());
    }
  }

  private Visit visit(
      Request request, Cookies cookies, Optional<KeepSessions.Visitor> visitor, String secret) {
    var texts =
        cookies
            .value(Cookies.LANGUAGE)
            .flatMap(Texts::of)
            .orElseGet(() -> Texts.accepted(String.join(",", request.headers("accept-language"))));
    return new Visit(
        request,
        cookies,
        texts,
        cookies.value(Cookies.THEME).flatMap(Theme::of).orElse(Theme.AUTO),
        visitor.map(who -> who(who, texts)).orElse(Who.NOBODY),
        secret,
        clock.instant(),
        premises.sandbox(),
        Optional.empty(),
        this::secret);
  }

  private static Who who(KeepSessions.Visitor visitor, Texts texts) {
    return switch (visitor) {
      case KeepSessions.Customer customer ->
          new Who(Optional.of(Part.CUSTOMER), customer.holder().account().name());
      case KeepSessions.Operator operator ->
          new Who(Optional.of(Part.OPERATOR), texts.say("menu.operator"));
    };
  }

  private Reply whole(Visit visit, Function<Visit, Reply> work) {
    var token = visit.form().text("token").orElse("");
    return premises.isFromHere(visit.request()) && visit.isToken(token)
        ? work.apply(visit)
        : visit.fail(403, "form");
  }

  private CustomerGate limited(Visit visit) {
    return limits.speaking(
        new CustomerGate.Dialect() {
          @Override
          public Reply unauthorized() {
            return nobody(visit);
          }

          @Override
          public Reply tooOften(String policy, Duration retryAfter) {
            return visit.fail(429, "too-often", Reply.seconds(retryAfter)).retryAfter(retryAfter);
          }
        });
  }

  private String secret() {
    var bytes = new byte[VISIT_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
