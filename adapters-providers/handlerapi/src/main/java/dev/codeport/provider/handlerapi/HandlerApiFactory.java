package dev.codeport.provider.handlerapi;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;

/** Opens vendors that speak {@code handler_api.php}. */
public final class HandlerApiFactory implements ProviderFactory {
  static final String DIALECT = "handlerapi";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public NumberProvider open(ProviderId id, Section section, Surroundings around) {
    return new HandlerApiProvider(id, HandlerApiSettings.read(section), around);
  }
}
