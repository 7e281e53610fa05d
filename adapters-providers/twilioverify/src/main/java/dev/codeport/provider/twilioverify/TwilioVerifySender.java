package dev.codeport.provider.twilioverify;

import dev.codeport.domain.id.SenderId;
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
import dev.codeport.provider.kit.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifications of one service. It recognises nothing that was asked for before: asked again it
 * sends again, the same code.
 */
final class TwilioVerifySender implements OtpSender {
  private final TwilioVerifySettings settings;
  private final SenderProfile profile;
  private final TwilioVerifyClient client;
  private final TwilioVerifyForms forms;

  TwilioVerifySender(SenderId id, TwilioVerifySettings settings, Surroundings around) {
    this.settings = settings;
    this.client = new TwilioVerifyClient(settings, around);
    this.forms = new TwilioVerifyForms(settings);
    this.profile =
        new SenderProfile(
            id,
            TwilioVerifyFactory.DIALECT,
            settings.channels(),
            settings.regions(),
            Set.of(settings.codeLength()),
            false); // asked again it sends again, the same code
  }

  @Override
  public SenderProfile profile() {
    return profile;
  }

  @Override
  public ProviderHealth health() {
    return client.health();
  }

  @Override
  public SendResult send(SendRequest request) {
    if (!profile.channels().contains(request.channel())
        || !profile.codeLengths().contains(request.codeLength())) {
      return new SendResult.Refused(Reason.UNSUPPORTED, "no such channel or code length");
    }
    var to = request.to();
    var heard = client.verify(forms.verification(request), List.of(to.e164(), to.digits()));
    return accepted(heard).orElseGet(() -> TwilioVerifyFaults.send(heard));
  }

  @Override
  public CheckResult check(Handle handle, OneTimeCode code) {
    var heard = client.check(forms.check(handle, code), List.of(code.digits()));
    return judged(heard).orElseGet(() -> TwilioVerifyFaults.check(heard));
  }

  /** What becomes of a message it tells through event streams only, which we do not take. */
  @Override
  public CallbackResult read(Callback callback) {
    return new CallbackResult.NotOurs();
  }

  private Optional<SendResult> accepted(Heard heard) {
    return TwilioVerifyWire.verification(heard)
        .map(
            began ->
                new SendResult.Accepted(
                    began.handle(), began.createdAt().map(at -> at.plus(settings.life()))));
  }

  /** A wrong guess is answered with status 200, as pending. */
  private static Optional<CheckResult> judged(Heard heard) {
    return TwilioVerifyWire.verification(heard)
        .flatMap(
            verification ->
                switch (verification.status()) {
                  case "approved" -> Optional.of(new CheckResult.Right());
                  case "pending" -> Optional.of(new CheckResult.Wrong());
                  case "max_attempts_reached" -> Optional.of(new CheckResult.Gone(true));
                  case "expired", "canceled", "deleted", "failed" ->
                      Optional.of(new CheckResult.Gone(false));
                  default -> Optional.empty();
                });
  }
}
