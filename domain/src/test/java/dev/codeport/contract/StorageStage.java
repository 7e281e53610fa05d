package dev.codeport.contract;

import dev.codeport.domain.storage.Storage;

/** Where the storage under test comes from. */
public interface StorageStage {
  /**
   * A storage whose ledger is in rupiah, the same throughout one test. No account, session, act,
   * order, verification, line of a list or rate is in it when a test begins; tiers may be.
   */
  Storage storage();
}
