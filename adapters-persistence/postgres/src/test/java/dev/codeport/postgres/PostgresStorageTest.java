package dev.codeport.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.contract.StorageContract;
import dev.codeport.domain.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStorageTest implements StorageContract {
  private final HikariDataSource source = Server.freshDatabase();
  private final Storage storage = Server.open(source);

  @BeforeEach
  void wipe() {
    Server.wipe(source);
  }

  @AfterAll
  void close() {
    source.close();
  }

  @Override
  public Storage storage() {
    return storage;
  }
}
