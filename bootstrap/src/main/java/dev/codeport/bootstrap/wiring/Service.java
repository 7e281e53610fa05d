package dev.codeport.bootstrap.wiring;

import dev.codeport.application.Codeport;
import java.net.URI;
import java.util.Optional;

/**
 * A Codeport that runs. Closing it drains: first the server, then the workers, the storage last.
 *
 * @param demo in a sandbox: whose account to play with
 */
public record Service(URI url, Codeport codeport, Optional<DemoAccount> demo, Wiring wiring)
    implements AutoCloseable {
  @Override
  public void close() {
    wiring.close();
  }
}
