package dev.codeport.provider.twilio;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;

/** Opens senders that speak Twilio's Messages API. */
public final class TwilioFactory implements SenderFactory {
  static final String DIALECT = "twilio";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public TextGateway open(SenderId id, Section section, Surroundings around) {
    return open(id, TwilioSettings.read(section), around);
  }

  public static TextGateway open(SenderId id, TwilioSettings settings, Surroundings around) {
    return new TwilioGateway(id, settings, around);
  }
}
