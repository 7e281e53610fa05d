package dev.codeport.provider.kit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListSizeTest {
  private final ListSize size = new ListSize();

  @Test
  void a_list_nobody_has_seen_is_worth_it_but_not_for_one() {
    assertTrue(size.isWorth(2));
    assertFalse(size.isWorth(1));
  }

  @Test
  void a_list_is_worth_it_for_a_thirtieth_of_what_it_shows() {
    size.learn(Optional.of(3000));

    assertTrue(size.isWorth(100));
    assertFalse(size.isWorth(99));
  }

  @Test
  void a_list_that_could_not_be_read_is_left_alone_for_a_while() {
    size.learn(Optional.empty());

    assertFalse(size.isWorth(10_000));
  }
}
