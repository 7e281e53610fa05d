package dev.codeport.provider.fivesim;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;

/** Opens vendors that speak 5sim's REST API. */
public final class FiveSimFactory implements ProviderFactory {
  static final String DIALECT = "fivesim";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public NumberProvider open(ProviderId id, Section section, Surroundings around) {
    return new FiveSimProvider(id, FiveSimSettings.read(section), around);
  }
}
