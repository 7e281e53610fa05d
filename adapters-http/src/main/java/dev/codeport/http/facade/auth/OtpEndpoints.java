package dev.codeport.http.facade.auth;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.verification.StartReply;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Sending a code by SMS, and checking it. */
final class OtpEndpoints {
  private static final int LONGEST = 64;

  private final StartVerification starting;
  private final CheckVerification checking;
  private final StartReply reply;

  OtpEndpoints(StartVerification starting, CheckVerification checking, InstantSource clock) {
    this.starting = starting;
    this.checking = checking;
    this.reply = new StartReply(clock);
  }

  /** Without a key the same phone again within the quiet time is taken for a repetition. */
  Reply send(AccountId account, Optional<NetworkAddress> address, Request request) {
    var key = RequestKey.of(request);
    var phone = Fields.closed(request.body(), Set.of("phone")).text("phone", LONGEST);
    var command = StartVerification.Command.sms(account, phone);
    var keyed = key.meaning("send-otp", phone).map(command::repeatable).orElse(command);
    var placed = address.map(keyed::from).orElse(keyed);
    return reply.of(starting.startVerification(placed), OtpEndpoints::sent);
  }

  private static Reply sent(ShownVerification shown) {
    var verification = shown.verification();
    return Reply.json(
        200, new SentView(verification.id().hex(), Shown.time(verification.terms().expiresAt())));
  }

  /** An id that was never given is as good as one that has ended: no code is right for it. */
  Reply verify(AccountId account, Optional<NetworkAddress> address, Request request) {
    var fields = Fields.closed(request.body(), Set.of("request_id", "code"));
    var id = VerificationId.parse(fields.text("request_id", LONGEST));
    return Written.code(fields.text("code", LONGEST))
        .map(guess -> verify(account, id, guess))
        .orElseGet(() -> Problem.MALFORMED_CODE.about("code", "must be 4 to 10 digits"));
  }

  private Reply verify(AccountId account, Optional<VerificationId> id, OneTimeCode guess) {
    return id.map(known -> checking.checkVerification(account, known, guess))
        .map(this::checked)
        .orElseGet(() -> verified(false));
  }

  private Reply checked(CheckVerification.Result result) {
    return switch (result) {
      case CheckVerification.Right right -> verified(true);
      case CheckVerification.Wrong wrong -> verified(false);
      case CheckVerification.Ended ended -> verified(false);
      case CheckVerification.NotSent not -> verified(false);
      case CheckVerification.NotFound none -> verified(false);
      case CheckVerification.PhoneLocked locked -> reply.phoneLocked(locked.until());
      case CheckVerification.Unavailable away -> StartReply.checkUnavailable(away.retryAfter());
    };
  }

  static Reply verified(boolean verified) {
    return Reply.json(200, new VerifiedView(verified));
  }

  record SentView(String requestId, String expiresAt) {}

  record VerifiedView(boolean verified) {}
}
