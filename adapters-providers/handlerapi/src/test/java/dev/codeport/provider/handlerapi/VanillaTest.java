package dev.codeport.provider.handlerapi;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.provider.sandbox.ErrorStyle;
import java.util.Set;

final class VanillaTest extends SandboxStage implements NumberProviderContract {
  VanillaTest() {
    super(HandlerApiDialect.vanilla(), ErrorStyle.TOKEN, Set.of("id"));
  }
}
