package dev.codeport.provider.smscode;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;

/** Opens vendors that speak the SMSCode API. */
public final class SmsCodeFactory implements ProviderFactory {
  static final String DIALECT = "smscode";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public NumberProvider open(ProviderId id, Section section, Surroundings around) {
    return new SmsCodeProvider(id, SmsCodeSettings.read(section), around);
  }
}
