package dev.codeport.provider.handlerapi;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.provider.sandbox.ErrorStyle;
import java.util.Set;

final class FrugalTest extends SandboxStage implements NumberProviderContract {
  FrugalTest() {
    super(Dialects.frugal(), ErrorStyle.TOKEN, Set.of());
  }

  /** A text without a time cannot be told from the same text before. */
  @Override
  public void the_same_text_once_more_is_a_second_sms() {}

  /** The first version of getNumber does not tell the cost: what was allowed is taken for it. */
  @Override
  public void a_number_is_leased_for_what_it_was_offered_at() {}
}
