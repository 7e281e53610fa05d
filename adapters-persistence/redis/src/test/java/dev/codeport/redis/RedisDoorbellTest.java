package dev.codeport.redis;

import dev.codeport.contract.DoorbellContract;
import dev.codeport.domain.event.Doorbell;
import org.junit.jupiter.api.AfterEach;

class RedisDoorbellTest implements DoorbellContract {
  private final String prefix = Shared.prefix();
  private final Redis near = open(prefix);
  private final Redis far = open(prefix);
  private final RedisDoorbell here = new RedisDoorbell(near);
  private final RedisDoorbell elsewhere = new RedisDoorbell(far);

  /** Where the servers are that this is tried on. */
  Redis open(String prefix) {
    return Shared.single(prefix);
  }

  @AfterEach
  void close() {
    here.close();
    elsewhere.close();
    near.close();
    far.close();
  }

  @Override
  public Doorbell here() {
    return here;
  }

  @Override
  public Doorbell elsewhere() {
    return elsewhere;
  }
}
