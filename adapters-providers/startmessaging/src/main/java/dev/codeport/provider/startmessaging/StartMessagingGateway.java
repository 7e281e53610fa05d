package dev.codeport.provider.startmessaging;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.startmessaging.StartMessagingWire.SendOurs;
import dev.codeport.provider.startmessaging.StartMessagingWire.SendTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generations that take our code and write their own words around it: of a message they get the
 * code, not the text.
 */
final class StartMessagingGateway implements TextGateway {
  private final Account account;

  StartMessagingGateway(Account account) {
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
  public SendResult deliver(TextMessage message) {
    if (!profile().codeLengths().contains(message.code().length())) {
      return new SendResult.Refused(Reason.UNSUPPORTED, "no such code length");
    }
    var to = message.to();
    var hidden = List.of(to.e164(), to.digits(), message.code().digits());
    var heard = account.client().send("otp/send", body(message), hidden);
    return accepted(heard).orElseGet(() -> StartMessagingFaults.send(heard));
  }

  @Override
  public CallbackResult read(Callback callback) {
    return account.notices().read(callback);
  }

  private Object body(TextMessage message) {
    var to = message.to().e164();
    var code = message.code().digits();
    if (account.generation() == Generation.G2) {
      return new SendOurs(to, code, message.reference());
    }
    var name = account.settings().name();
    return new SendTemplate(
        to,
        account.settings().template(),
        name.isEmpty() ? Map.of("otp", code) : Map.of("otp", code, "appName", name));
  }

  /** The {@code requestId} at the top names the answer only. */
  private static Optional<SendResult> accepted(Heard heard) {
    return heard instanceof Heard.Document document && document.status() / 100 == 2
        ? StartMessagingWire.handle(document.json().path("data").path("otpRequestId"))
            .map(handle -> new SendResult.Accepted(handle, Optional.empty()))
        : Optional.empty();
  }
}
