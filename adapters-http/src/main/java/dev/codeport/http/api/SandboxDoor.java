package dev.codeport.http.api;

import dev.codeport.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;

/** What a service whose vendors are a sandbox lets anybody do. No real SMS is involved. */
public interface SandboxDoor {
  /** Makes an SMS arrive now; answers whether a number was waiting for one. */
  boolean deliver(PhoneNumber phone, String text);

  /** Moves the clock forward, and answers what time it is then. */
  Instant advance(Duration by);
}
