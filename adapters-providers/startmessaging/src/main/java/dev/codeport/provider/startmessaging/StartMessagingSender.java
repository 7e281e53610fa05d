package dev.codeport.provider.startmessaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.startmessaging.StartMessagingWire.Send;
import dev.codeport.provider.startmessaging.StartMessagingWire.SendLate;
import dev.codeport.provider.startmessaging.StartMessagingWire.Verify;
import dev.codeport.provider.startmessaging.StartMessagingWire.VerifyLate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The generations in which the service makes the code, and knows it. There is no way to send one
 * again: each send is a code of its own.
 */
final class StartMessagingSender implements OtpSender {
  private static final long SHORTEST_LIFE = 60;
  private static final long LONGEST_LIFE = 600;

  private final Account account;

  StartMessagingSender(Account account) {
    this.account = account;
  }

  @Override
  public SenderProfile profile() {
    return account.profile();
  }

  @Override
  public ProviderHealth health() {
    return account.client().health();
  }

  @Override
  public SendResult send(SendRequest request) {
    if (!profile().channels().contains(request.channel())
        || !profile().codeLengths().contains(request.codeLength())) {
      return new SendResult.Refused(Reason.UNSUPPORTED, "no such channel or code length");
    }
    var heard = ask(request);
    return accepted(heard).orElseGet(() -> StartMessagingFaults.send(heard));
  }

  @Override
  public CheckResult check(Handle handle, OneTimeCode code) {
    var hidden = List.of(code.digits());
    var heard =
        account.generation() == Generation.G4
            ? account
                .client()
                .ask("v1/auth/verify-otp", new VerifyLate(handle.value(), code.digits()), hidden)
            : account.client().ask("otp/verify", new Verify(handle.value(), code.digits()), hidden);
    return judged(heard).orElseGet(() -> StartMessagingFaults.check(heard));
  }

  @Override
  public CallbackResult read(Callback callback) {
    return account.notices().read(callback);
  }

  private Heard ask(SendRequest request) {
    var to = request.to();
    var hidden = List.of(to.e164(), to.digits());
    return account.generation() == Generation.G4
        ? account.client().send("v1/auth/send-otp", late(request), hidden)
        : account.client().send("otp/send", new Send(to.e164(), request.reference()), hidden);
  }

  private SendLate late(SendRequest request) {
    var hindi = request.locale().getLanguage().equals(Locale.of("hi").getLanguage());
    return new SendLate(
        request.to().e164(),
        request.channel() == Channel.WHATSAPP ? "whatsapp" : "sms",
        request.codeLength(),
        Math.clamp(request.life().toSeconds(), SHORTEST_LIFE, LONGEST_LIFE),
        account.settings().name(),
        hindi ? "hi" : "en");
  }

  private Optional<SendResult> accepted(Heard heard) {
    if (!(heard instanceof Heard.Document document) || document.status() / 100 != 2) {
      return Optional.empty();
    }
    var json = document.json();
    return account.generation() == Generation.G4
        ? accepted(json.path("request_id"), json.path("expires_at"))
        : accepted(json.path("data").path("requestId"), json.path("data").path("expiresAt"));
  }

  private static Optional<SendResult> accepted(JsonNode id, JsonNode expiresAt) {
    return StartMessagingWire.handle(id)
        .map(handle -> new SendResult.Accepted(handle, StartMessagingWire.time(expiresAt)));
  }

  /** G4 says at the top what G1 says below {@code data}. */
  private Optional<CheckResult> judged(Heard heard) {
    if (!(heard instanceof Heard.Document document) || document.status() / 100 != 2) {
      return Optional.empty();
    }
    var said =
        account.generation() == Generation.G4 ? document.json() : document.json().path("data");
    return StartMessagingWire.truth(said.path("verified"))
        .map(right -> right ? new CheckResult.Right() : notRight(said));
  }

  /** One page answers a guess after the end like a wrong one that leaves none. */
  private static CheckResult notRight(JsonNode said) {
    var left = said.path("attempts_remaining");
    if (!StartMessagingWire.text(left).equals(Optional.of("0"))) {
      return new CheckResult.Wrong();
    }
    var message = said.path("message").asText("").toLowerCase(Locale.ROOT);
    return new CheckResult.Gone(!message.contains("expire"));
  }
}
