package dev.codeport.application.operator;

import dev.codeport.domain.account.Acts;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.storage.Storage;
import java.util.List;
import java.util.Optional;

/** What the operator did, by whatever way. */
public interface ReadActs {
  /**
   * With a number below {@code before}, newest first.
   *
   * @param account none: whomever they are about
   * @param limit 1 to 1001
   */
  List<Acts.Numbered> acts(Optional<AccountId> account, long before, int limit);

  static ReadActs over(Storage storage) {
    return storage.acts()::newest;
  }
}
