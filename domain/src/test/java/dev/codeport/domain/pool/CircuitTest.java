package dev.codeport.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");

  @Test
  void a_few_faults_in_a_row_shut_it_for_a_while() {
    var circuit = failing(Circuit.CLOSED, Circuit.FAULTS - 1);
    assertFalse(circuit.isShut(NOON));

    circuit = circuit.failed(NOON, false);

    assertTrue(circuit.isShut(NOON));
    assertTrue(circuit.isShut(NOON.plus(Circuit.FIRST).minusMillis(1)));
    assertFalse(circuit.isShut(NOON.plus(Circuit.FIRST)));
  }

  @Test
  void an_answer_in_between_begins_the_count_anew() {
    var circuit = failing(failing(Circuit.CLOSED, Circuit.FAULTS - 1).answered(), 1);

    assertFalse(circuit.isShut(NOON));
    assertEquals(1, circuit.faults());
  }

  @Test
  void one_request_finds_out_and_the_others_wait_for_it() {
    var later = NOON.plus(Circuit.FIRST);
    var shut = failing(Circuit.CLOSED, Circuit.FAULTS);
    assertTrue(shut.isProbe());

    var probed = shut.probing(later);

    assertTrue(probed.isShut(later.plus(Circuit.PROBE).minusMillis(1)));
    assertFalse(probed.isShut(later.plus(Circuit.PROBE)));
    assertFalse(probed.answered().isShut(later));
  }

  @Test
  void when_that_fails_too_it_is_shut_twice_as_long_up_to_a_longest() {
    var circuit = failing(Circuit.CLOSED, Circuit.FAULTS);
    for (var time = Circuit.FIRST.multipliedBy(2);
        time.compareTo(Circuit.LONGEST) < 0;
        time = time.multipliedBy(2)) {
      circuit = circuit.failed(NOON, true);
      assertEquals(time, circuit.time());
    }

    circuit = circuit.failed(NOON, true).failed(NOON, true);

    assertEquals(Circuit.LONGEST, circuit.time());
    assertTrue(circuit.isShut(NOON.plus(Circuit.LONGEST).minus(Duration.ofMillis(1))));
  }

  @Test
  void what_was_under_way_when_it_was_shut_does_not_shut_it_longer() {
    var shut = failing(Circuit.CLOSED, Circuit.FAULTS);

    assertEquals(shut, shut.failed(NOON.plusSeconds(9), false));
  }

  private static Circuit failing(Circuit circuit, int times) {
    var failed = circuit;
    for (int i = 0; i < times; i++) {
      failed = failed.failed(NOON, false);
    }
    return failed;
  }
}
