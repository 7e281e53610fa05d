package dev.codeport.provider.twilio;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands what Twilio posts about a message. It may come in any order and with fields that are
 * new.
 */
final class TwilioCallbacks {
  private static final Pattern CODE = Pattern.compile("\\d{1,5}");

  private final SenderId id;
  private final TwilioSignature signature;
  private final InstantSource clock;

  /**
   * @param told where Twilio was told to post, as the world sees it
   */
  TwilioCallbacks(SenderId id, Secret authToken, URI told, InstantSource clock) {
    this.id = id;
    this.signature = new TwilioSignature(authToken, told);
    this.clock = clock;
  }

  CallbackResult read(Callback callback) {
    return signature.isOn(callback) ? understood(callback) : new CallbackResult.Forged();
  }

  private CallbackResult understood(Callback callback) {
    var form = Form.read(callback.body());
    var status = form.flatMap(f -> f.first("MessageStatus").or(() -> f.first("SmsStatus")));
    var sid = form.flatMap(f -> f.first("MessageSid").or(() -> f.first("SmsSid")));
    if (status.isEmpty() || sid.isEmpty()) {
      return new CallbackResult.Unreadable("no MessageSid or no MessageStatus");
    }
    var why = form.flatMap(f -> f.first("ErrorCode")).filter(c -> CODE.matcher(c).matches());
    var receipt =
        TwilioWire.status(status.get())
            .flatMap(
                known -> TwilioWire.handle(sid.get()).map(handle -> receipt(handle, known, why)));
    return new CallbackResult.Genuine(receipt.stream().toList());
  }

  private Receipt receipt(Handle handle, Receipt.Status status, Optional<String> why) {
    return new Receipt(id, handle, status, clock.instant(), why.orElse(""));
  }
}
