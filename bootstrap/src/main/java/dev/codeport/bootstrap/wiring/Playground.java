package dev.codeport.bootstrap.wiring;

import dev.codeport.application.Codeport;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.SandboxDoor;
import java.time.Duration;
import java.time.Instant;

/** Makes SMS arrive and time pass, and lets the workers see to it before it answers. */
record Playground(Sandbox vendors, MovableClock clock, Codeport codeport) implements SandboxDoor {
  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    var delivered = vendors.deliver(phone, text);
    codeport.workers().runDue();
    return delivered;
  }

  @Override
  public Instant advance(Duration by) {
    clock.advance(by);
    codeport.workers().runDue();
    return clock.instant();
  }
}
