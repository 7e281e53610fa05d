package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code Verifications}: made, looked at and ended; named by their sid, or by the phone that has
 * one open.
 */
final class VerificationEndpoints {
  private static final String TOKEN = "i-twilio-idempotency-token";

  private final StartVerification starting;
  private final CancelVerification canceling;
  private final ReadVerifications reading;
  private final Services services;
  private final InstantSource clock;
  private final CreateReply reply;

  VerificationEndpoints(
      StartVerification starting,
      CancelVerification canceling,
      ReadVerifications reading,
      Services services,
      InstantSource clock) {
    this.starting = starting;
    this.canceling = canceling;
    this.reading = reading;
    this.services = services;
    this.clock = clock;
    this.reply = new CreateReply(clock);
  }

  /** Once more while one is open: the same sid and code, sent again. */
  Reply create(Customer customer, Request request) {
    return services.ofService(
        customer,
        request,
        () -> {
          var wanted = CreateForm.read(request.form());
          return reply.of(
              starting.startVerification(wanted.command(customer.account(), key(request))),
              shown -> shown(201, shown, request));
        });
  }

  private static RequestKey key(Request request) {
    var standard = RequestKey.of(request);
    return standard.isMissing() ? RequestKey.of(request, TOKEN) : standard;
  }

  Reply fetch(Customer customer, Request request) {
    return services.ofService(
        customer,
        request,
        () ->
            find(customer.account(), request.path("key"))
                .map(shown -> shown(200, shown, request))
                .orElseGet(() -> notFound(customer.account(), request)));
  }

  /** Nobody is approved by word of mouth: codes are checked here. */
  Reply update(Customer customer, Request request) {
    return services.ofService(
        customer,
        request,
        () ->
            switch (request.form().text("Status").orElse("")) {
              case "canceled" -> cancel(customer.account(), request);
              case "approved" ->
                  Fault.NOT_SUPPORTED.reply("Only a VerificationCheck can approve a verification");
              default -> Fault.invalid("Status");
            });
  }

  private Reply cancel(AccountId account, Request request) {
    return find(account, request.path("key"))
        .map(found -> canceling.cancelVerification(account, found.verification().id()))
        .map(
            result ->
                switch (result) {
                  case CancelVerification.Canceled canceled ->
                      shown(200, canceled.verification(), request);
                  case CancelVerification.Ended ended ->
                      isCanceled(ended.verification())
                          ? shown(200, ended.verification(), request)
                          : notFound(account, request);
                  case CancelVerification.NotFound none -> notFound(account, request);
                })
        .orElseGet(() -> notFound(account, request));
  }

  private static boolean isCanceled(ShownVerification shown) {
    return shown.verification() instanceof Verification.Failed failed
        && failed.reason() == Verification.Reason.CANCELED;
  }

  private Optional<ShownVerification> find(AccountId account, String key) {
    return key.startsWith("VE")
        ? Sids.verification(key).flatMap(id -> reading.verification(account, id))
        : reading
            .phone(key)
            .flatMap(phone -> reading.openVerification(account, phone))
            .filter(shown -> !shown.verification().terms().isOver(clock.instant()));
  }

  private Reply shown(int status, ShownVerification shown, Request request) {
    var verification = shown.verification();
    var asked = reading.dispatches(verification.account(), verification.id());
    return Reply.json(
        status, VerificationView.of(shown, asked, services.url(request), clock.instant()));
  }

  private static Reply notFound(AccountId account, Request request) {
    return Fault.nothingAt(
        Services.path(account) + "/Verifications/" + Services.printable(request.path("key")));
  }
}
