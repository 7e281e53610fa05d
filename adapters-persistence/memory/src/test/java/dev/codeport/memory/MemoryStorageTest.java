package dev.codeport.memory;

import dev.codeport.contract.StorageContract;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.storage.Storage;

class MemoryStorageTest implements StorageContract {
  private final Storage storage = new MemoryStorage(Ledger.rupiah());

  @Override
  public Storage storage() {
    return storage;
  }
}
