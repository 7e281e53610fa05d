package dev.codeport.http.api.verification;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;

/** Sending a code. */
final class StartEndpoint {
  private final StartVerification start;
  private final InstantSource clock;
  private final StartReply reply;

  StartEndpoint(StartVerification start, InstantSource clock) {
    this.start = start;
    this.clock = clock;
    this.reply = new StartReply(clock);
  }

  /** The address in it is believed: it comes from whoever has the key. */
  Reply start(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var wanted = StartRequest.read(request.body());
    return Written.locale(wanted.locale())
        .map(language -> wanted.command(customer.account(), key, language))
        .map(command -> reply.of(start.startVerification(command), this::sent))
        .orElseGet(
            () ->
                Problem.MALFORMED_LOCALE.about(
                    "locale", "must be a BCP 47 language tag such as pt-BR"));
  }

  private Reply sent(ShownVerification shown) {
    return Reply.json(201, VerificationView.of(shown, clock.instant()))
        .with("Location", "/api/verifications/" + shown.verification().id());
  }
}
