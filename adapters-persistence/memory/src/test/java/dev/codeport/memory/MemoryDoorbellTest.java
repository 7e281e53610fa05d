package dev.codeport.memory;

import dev.codeport.contract.DoorbellContract;
import dev.codeport.domain.event.Doorbell;

class MemoryDoorbellTest implements DoorbellContract {
  private final MemoryDoorbell doorbell = new MemoryDoorbell();

  @Override
  public Doorbell here() {
    return doorbell;
  }

  @Override
  public Doorbell elsewhere() {
    return doorbell;
  }
}
