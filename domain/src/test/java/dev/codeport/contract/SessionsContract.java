package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Session;
import dev.codeport.domain.account.Sessions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} must do. */
public interface SessionsContract extends StorageStage {
  @Test
  default void a_session_reads_back_by_its_hash_and_by_nothing_else() {
    var customer = opened("one", Session.Part.CUSTOMER, minute(1));
    var operator = opened("two", Session.Part.OPERATOR, minute(2));

    assertEquals(Optional.of(customer), sessions().find("one"));
    assertEquals(Optional.of(operator), sessions().find("two"));
    assertEquals(Optional.empty(), sessions().find("key of one"));
    assertThrows(RuntimeException.class, () -> sessions().open(customer));
  }

  @Test
  default void the_latest_use_of_a_session_is_known() {
    opened("one", Session.Part.CUSTOMER, minute(1));

    sessions().seen("one", minute(5));
    sessions().seen("one", minute(3));
    sessions().seen("none", minute(9));

    assertEquals(Optional.of(minute(5)), sessions().find("one").map(Session::seenAt));
    assertEquals(Optional.of(minute(1)), sessions().find("one").map(Session::openedAt));
    assertEquals(Optional.empty(), sessions().find("none"));
  }

  @Test
  default void an_ended_session_stays_away_even_if_it_is_used_meanwhile() {
    opened("one", Session.Part.CUSTOMER, minute(1));
    var other = opened("two", Session.Part.CUSTOMER, minute(1));

    assertTrue(sessions().end("one"));
    sessions().seen("one", minute(2));

    assertFalse(sessions().end("one"));
    assertEquals(Optional.empty(), sessions().find("one"));
    assertEquals(Optional.of(other), sessions().find("two"));
  }

  @Test
  default void of_many_who_end_a_session_at_once_one_did() {
    opened("one", Session.Part.CUSTOMER, minute(1));

    var ended = Race.of(8, i -> sessions().end("one"));

    assertEquals(1, ended.stream().filter(did -> did).count());
  }

  @Test
  default void sessions_long_unused_are_forgotten_no_more_than_asked_for() {
    for (int i = 0; i < 3; i++) {
      opened("old " + i, Session.Part.CUSTOMER, minute(i));
    }
    opened("young", Session.Part.CUSTOMER, minute(0));
    sessions().seen("young", minute(10));

    assertEquals(2, sessions().forget(minute(10), 2));
    assertEquals(1, sessions().forget(minute(10), 2));
    assertEquals(0, sessions().forget(minute(10), 2));
    assertTrue(sessions().find("young").isPresent());
  }

  private Sessions sessions() {
    return storage().sessions();
  }

  private Session opened(String hash, Session.Part part, Instant at) {
    var session = Session.opened(hash, part, "key of " + hash, at);
    sessions().open(session);
    return session;
  }
}
