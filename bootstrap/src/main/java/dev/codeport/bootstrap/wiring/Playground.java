package dev.codeport.bootstrap.wiring;

import dev.codeport.application.Codeport;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.PhoneDoor;
import dev.codeport.http.api.SandboxDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes SMS arrive and time pass, and lets the workers see to it before it answers. */
record Playground(Sandbox vendors, MovableClock clock, Codeport codeport)
    implements SandboxDoor, PhoneDoor {
  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    var delivered = vendors.deliver(phone, text);
    codeport.workers().runDue();
    return delivered;
  }

  @Override
  public List<Arrived> messages(PhoneNumber phone) {
    return vendors.inbox(phone).reversed().stream()
        .map(message -> new Arrived("sandbox", message.text(), message.at()))
        .toList();
  }

  @Override
  public Instant advance(Duration by) {
    clock.advance(by);
    codeport.workers().runDue();
    return clock.instant();
  }
}
