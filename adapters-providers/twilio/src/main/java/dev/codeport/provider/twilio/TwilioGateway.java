package dev.codeport.provider.twilio;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;

/** Messages of one account. It recognises nothing that was asked for before. */
final class TwilioGateway implements TextGateway {
  private static final long LONGEST_VALIDITY = 36_000;

  private final TwilioSettings settings;
  private final SenderProfile profile;
  private final TwilioClient client;
  private final Optional<TwilioCallbacks> callbacks;

  TwilioGateway(SenderId id, TwilioSettings settings, Surroundings around) {
    this.settings = settings;
    this.client = new TwilioClient(settings, around);
    this.callbacks =
        settings
            .callback()
            .map(told -> new TwilioCallbacks(id, settings.authToken(), told, around.clock()));
    this.profile =
        new SenderProfile(
            id,
            TwilioFactory.DIALECT,
            Set.of(Channel.SMS),
            settings.regions(),
            SenderProfile.ANY_LENGTH,
            false); // there is no key by which it could recognise a repetition
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
  public SendResult deliver(TextMessage message) {
    var to = message.to();
    var hidden = List.of(message.text(), to.e164(), to.digits(), message.code().digits());
    var heard = client.post(form(message), hidden);
    return TwilioWire.taken(heard)
        .<SendResult>map(handle -> new SendResult.Accepted(handle, Optional.empty()))
        .orElseGet(() -> TwilioFaults.send(heard));
  }

  @Override
  public CallbackResult read(Callback callback) {
    return callbacks.map(each -> each.read(callback)).orElseGet(CallbackResult.NotOurs::new);
  }

  /** Smart encoding would write other signs for ours, to save a part. */
  private FormBody form(TextMessage message) {
    var from = settings.from().startsWith("MG") ? "MessagingServiceSid" : "From";
    var form =
        new FormBody.Builder()
            .add("To", message.to().e164())
            .add(from, settings.from())
            .add("Body", message.text())
            .add("SmartEncoded", "false")
            .add(
                "ValidityPeriod",
                Long.toString(Math.clamp(message.life().toSeconds(), 1, LONGEST_VALIDITY)));
    settings.callback().ifPresent(told -> form.add("StatusCallback", told.toString()));
    return form.build();
  }
}
