package dev.codeport.provider.twilioverify;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;

/** Opens senders that speak Twilio Verify. */
public final class TwilioVerifyFactory implements SenderFactory {
  static final String DIALECT = "twilioverify";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public OtpSender open(SenderId id, Section section, Surroundings around) {
    return open(id, TwilioVerifySettings.read(section), around);
  }

  public static OtpSender open(SenderId id, TwilioVerifySettings settings, Surroundings around) {
    return new TwilioVerifySender(id, settings, around);
  }
}
