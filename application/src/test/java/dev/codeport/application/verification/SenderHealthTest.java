package dev.codeport.application.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.application.observe.Observer;
import dev.codeport.application.vendor.WatchSenders;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who hears of it when a sender is left alone. */
class SenderHealthTest {
  private static final Instant NOW = Instant.parse("2031-01-02T03:04:05Z");

  @Test
  void the_watch_tells_of_every_change_once() {
    var told = new ArrayList<String>();
    var one = new FakeGateway("one");
    var worker = new WatchSenders(new Senders(List.of(one, new FakeGateway("two"))), telling(told));

    assertEquals(0, worker.runOnce(NOW));
    one.faring(failing(Circuit.OPEN));
    assertEquals(1, worker.runOnce(NOW));
    assertEquals(0, worker.runOnce(NOW));
    one.faring(failing(Circuit.HALF_OPEN));
    assertEquals(1, worker.runOnce(NOW));
    one.faring(ProviderHealth.fine(NOW));
    assertEquals(1, worker.runOnce(NOW));

    assertEquals(List.of("one OPEN", "one HALF_OPEN", "one CLOSED"), told);
  }

  private static ProviderHealth failing(Circuit circuit) {
    return new ProviderHealth(
        circuit,
        NOW,
        Optional.of(Cause.FAILURES),
        "HTTP 503",
        Optional.of(NOW.plusSeconds(15)),
        false,
        5,
        5);
  }

  private static Observer telling(List<String> told) {
    return (Observer)
        Proxy.newProxyInstance(
            Observer.class.getClassLoader(),
            new Class<?>[] {Observer.class},
            (self, method, arguments) -> {
              told.add(arguments[0] + " " + ((ProviderHealth) arguments[1]).circuit());
              return null;
            });
  }
}
