package dev.codeport.provider.httpsms;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;

/** Opens gateways by template. */
public final class HttpSmsFactory implements SenderFactory {
  static final String DIALECT = "httpsms";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public TextGateway open(SenderId id, Section section, Surroundings around) {
    return open(id, HttpSmsSettings.read(section), around);
  }

  public static TextGateway open(SenderId id, HttpSmsSettings settings, Surroundings around) {
    return new HttpSmsGateway(id, settings, around);
  }
}
