package dev.codeport.http.console.customer;

import dev.codeport.application.Codeport;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.verification.Verifications.Status;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.verification.Standing;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Codes that are sent, and checked by hand. */
final class VerificationPages {
  private static final int ROWS = 25;
  private static final String LIST = "/console/verifications";
  private static final String ONE = LIST + "/:id";
  private static final Map<String, Set<Status>> STATES =
      Map.of(
          "open", Set.of(Status.STARTED, Status.SENT),
          "verified", Set.of(Status.VERIFIED),
          "failed", Set.of(Status.FAILED));

  private final Codeport codeport;
  private final ReadVerifications reading;
  private final ConsoleGate gate;

  VerificationPages(Codeport codeport, ConsoleGate gate) {
    this.codeport = codeport;
    this.reading = codeport;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(LIST, gate.reads((customer, visit) -> list(200, customer, visit, visit.query(), "")))
        .post(LIST, gate.changes(this::start))
        .get(ONE, gate.reads(this::show))
        .post(ONE + "/check", gate.changes(this::check))
        .post(ONE + "/resend", gate.changes(this::resend))
        .post(ONE + "/cancel", gate.changes(this::cancel));
  }

  private Reply list(int status, Customer customer, Visit visit, Query query, String to) {
    var found = reading.verifications(customer.account(), wanted(customer, query), ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var next =
        found.size() > ROWS ? address(visit, query, shown.getLast().verification().id().hex()) : "";
    var page =
        new VerificationsPage(
            shown.stream().map(each -> VerificationLine.of(each, visit.now())).toList(),
            query.text("state").orElse(""),
            query.text("phone").orElse(""),
            query.text("before").isPresent() ? address(visit, query, "") : "",
            next,
            to,
            visit.newKey());
    return visit.show(status, "verifications", Section.VERIFICATIONS, page);
  }

  private static String address(Visit visit, Query query, String before) {
    var values = new LinkedHashMap<String, String>();
    values.put("state", query.text("state").orElse(""));
    values.put("phone", query.text("phone").orElse(""));
    values.put("before", before);
    return LIST + visit.queryWith(values);
  }

  private Verifications.Filter wanted(Customer customer, Query query) {
    return new Verifications.Filter(
        query
            .text("phone")
            .map(
                typed ->
                    reading
                        .phone(typed.startsWith(" ") ? "+" + typed.strip() : typed)
                        .orElseThrow(() -> bad("phone", "must be a phone number"))),
        query
            .text("state")
            .map(
                word ->
                    Optional.ofNullable(STATES.get(word))
                        .orElseThrow(() -> bad("state", "must be open, verified or failed")))
            .orElse(Set.of()),
        query
            .text("before")
            .map(
                hex ->
                    VerificationId.parse(hex)
                        .filter(id -> reading.verification(customer.account(), id).isPresent())
                        .orElseThrow(() -> bad("before", "must be a verification of yours"))));
  }

  private static BadInput bad(String name, String reason) {
    return BadInput.parameter(name, reason);
  }

  private Reply start(Customer customer, Visit visit) {
    var form = visit.form();
    var phone = form.text("to").orElse("");
    var locale = form.text("locale").orElse(visit.texts().language());
    var channel = channel(form.text("channel").orElse("sms"));
    var command =
        new StartVerification.Command(
            customer.account(),
            Optional.of(once(visit, phone, locale, channel.toString())),
            phone,
            channel,
            Locale.forLanguageTag(locale),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return switch (codeport.startVerification(command)) {
      case StartVerification.Accepted sent -> visit.go(path(sent.verification()), "sent");
      case StartVerification.Replayed again -> visit.go(path(again.verification()), "sent");
      case StartVerification.Result refused -> {
        var why = VerificationRefusals.of(refused).orElseThrow();
        yield list(why.status(), customer, why.told(visit), visit.query(), phone);
      }
    };
  }

  private static Channel channel(String word) {
    if (!VerificationsPage.CHANNELS.contains(word)) {
      throw bad("channel", "must be one of " + VerificationsPage.CHANNELS);
    }
    return Channel.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Repeatable once(Visit visit, String... meaning) {
    var key = visit.key().orElseThrow(() -> bad("key", "is missing"));
    return new Repeatable(key, Fingerprint.of(meaning));
  }

  private Reply show(Customer customer, Visit visit) {
    return of(visit, id -> show(200, customer, visit, id));
  }

  private Reply check(Customer customer, Visit visit) {
    return of(
        visit,
        id -> {
          var code = visit.form().text("code").orElse("").strip();
          if (!code.matches("[0-9]{4,10}")) {
            return refused(customer, visit, id, new Refused(Problem.MALFORMED_CODE));
          }
          return checked(
              customer,
              visit,
              id,
              codeport.checkVerification(customer.account(), id, new OneTimeCode(code)));
        });
  }

  private Reply checked(
      Customer customer, Visit visit, VerificationId id, CheckVerification.Result result) {
    return switch (result) {
      case CheckVerification.Right right -> visit.go(LIST + "/" + id, "verified");
      case CheckVerification.Wrong wrong ->
          show(
              200,
              customer,
              visit.with(
                  Notice.warning(
                      visit.say(
                          "verification.wrong",
                          wrong.verification().verification().guessesLeft()))),
              id);
      case CheckVerification.Ended ended ->
          refused(customer, visit, id, new Refused(Problem.VERIFICATION_ENDED));
      case CheckVerification.NotSent not ->
          refused(customer, visit, id, new Refused(Problem.REQUEST_IN_PROGRESS, 2));
      case CheckVerification.NotFound none -> visit.notFound();
      case CheckVerification.PhoneLocked locked ->
          refused(customer, visit, id, new Refused(Problem.PHONE_LOCKED));
      case CheckVerification.Unavailable away ->
          refused(customer, visit, id, new Refused(Problem.CHECK_UNAVAILABLE));
    };
  }

  private Reply resend(Customer customer, Visit visit) {
    return of(
        visit,
        id -> {
          var repeatable = once(visit, "console resend", id.hex());
          ResendVerification.Result result =
              codeport.resendVerification(customer.account(), id, Optional.of(repeatable));
          return VerificationRefusals.of(result)
              .map(why -> refused(customer, visit, id, why))
              .orElseGet(() -> visit.go(LIST + "/" + id, "sent"));
        });
  }

  private Reply cancel(Customer customer, Visit visit) {
    return of(
        visit,
        id ->
            switch (codeport.cancelVerification(customer.account(), id)) {
              case CancelVerification.Canceled canceled -> visit.go(LIST + "/" + id, "canceled");
              case CancelVerification.Ended ended ->
                  refused(customer, visit, id, new Refused(Problem.VERIFICATION_ENDED));
              case CancelVerification.NotFound none -> visit.notFound();
            });
  }

  private Reply refused(Customer customer, Visit visit, VerificationId id, Refused why) {
    return show(why.status(), customer, why.told(visit), id);
  }

  private Reply show(int status, Customer customer, Visit visit, VerificationId id) {
    return reading
        .verification(customer.account(), id)
        .map(
            shown ->
                visit.show(
                    status, "verification", Section.VERIFICATIONS, page(customer, visit, shown)))
        .orElseGet(visit::notFound);
  }

  private VerificationPage page(Customer customer, Visit visit, ShownVerification shown) {
    var verification = shown.verification();
    var terms = verification.terms();
    var line = VerificationLine.of(shown, visit.now());
    var resend = line.open() ? shown.next().resendAt() : Optional.<java.time.Instant>empty();
    return new VerificationPage(
        line,
        terms.locale().toLanguageTag(),
        terms.codeLength(),
        line.open() && line.guessesLeft() > 0,
        resend.filter(at -> at.isAfter(visit.now())),
        resend.isPresent(),
        terms.address(),
        terms.test(),
        Standing.of(verification, visit.now()).endedAt(),
        reading.dispatches(customer.account(), verification.id()),
        terms.judgement().blocking().isPresent(),
        terms.judgement().findings(),
        visit.newKey());
  }

  private static String path(ShownVerification shown) {
    return LIST + "/" + shown.verification().id();
  }

  private static Reply of(Visit visit, Function<VerificationId, Reply> answer) {
    return VerificationId.parse(visit.request().path("id")).map(answer).orElseGet(visit::notFound);
  }
}
