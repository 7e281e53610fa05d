package dev.codeport.provider.httpsms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One gateway by its template. */
final class HttpSmsGateway implements TextGateway {
  private final HttpSmsSettings settings;
  private final SenderProfile profile;
  private final SenderLine line;
  private final Optional<HttpSmsReceipts> receipts;

  HttpSmsGateway(SenderId id, HttpSmsSettings settings, Surroundings around) {
    this.settings = settings;
    this.line = new SenderLine(around, settings.limits(), settings.hidden());
    this.receipts = settings.receipts().map(each -> new HttpSmsReceipts(each, id, around.clock()));
    this.profile =
        new SenderProfile(
            id,
            HttpSmsFactory.DIALECT,
            Set.of(Channel.SMS),
            settings.regions(),
            SenderProfile.ANY_LENGTH,
            settings.sendsOnce());
  }

  @Override
  public SenderProfile profile() {
    return profile;
  }

  @Override
  public ProviderHealth health() {
    return line.health();
  }

  @Override
  public SendResult deliver(TextMessage message) {
    var values = Values.of(message, settings.apiKey());
    if (!UTF_8.newEncoder().canEncode(message.text()) || !settings.request().canCarry(values)) {
      return new SendResult.Refused(Reason.UNSUPPORTED, "a sign that the gateway cannot be given");
    }
    var to = message.to();
    var hidden = List.of(message.text(), to.e164(), to.digits(), message.code().digits());
    var reply = line.send(settings.request().fill(values), hidden);
    return settings.rules().judge(reply, message.reference());
  }

  @Override
  public CallbackResult read(Callback callback) {
    return receipts.map(each -> each.read(callback)).orElseGet(CallbackResult.NotOurs::new);
  }
}
