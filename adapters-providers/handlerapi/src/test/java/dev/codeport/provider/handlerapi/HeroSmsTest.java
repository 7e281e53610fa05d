package dev.codeport.provider.handlerapi;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.provider.sandbox.ErrorStyle;
import java.util.Set;

final class HeroSmsTest extends SandboxStage implements NumberProviderContract {
  HeroSmsTest() {
    super(HandlerApiDialect.named("herosms"), ErrorStyle.HTTP_JSON, Set.of());
  }
}
