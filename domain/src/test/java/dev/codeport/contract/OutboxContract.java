package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.storage.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Events of one account are numbered in the order in which they were committed, without gaps. */
public interface OutboxContract extends StorageStage {
  @Test
  default void events_read_back_as_they_were_written() {
    var account = Given.account().in(storage());
    var order = Given.completedOrder().of(account).in(storage());
    Given.activeOrder().in(storage());

    var events = storage().outbox().events(account.id(), 0, 10);

    assertEquals(
        List.of(
            new Outbox.Numbered(
                1, Event.of(account.id(), Event.Type.ORDER_ACTIVATED, order.id(), sec(1))),
            new Outbox.Numbered(
                2, Event.ofSms(account.id(), Event.Type.SMS_RECEIVED, order.id(), 1, sec(61))),
            new Outbox.Numbered(
                3, Event.of(account.id(), Event.Type.ORDER_COMPLETED, order.id(), minute(5)))),
        events);
    assertEquals(events.subList(1, 2), storage().outbox().events(account.id(), 1, 1));
    assertEquals(List.of(), storage().outbox().events(account.id(), 3, 10));
    assertEquals(List.of(), storage().outbox().events(new AccountId(2_000_000_000), 0, 10));
  }

  @Test
  default void events_of_one_change_keep_their_order() {
    var account = Given.account().in(storage());
    var change = Change.of(account.id());
    for (var type : Event.Type.values()) {
      change.event(Event.of(account.id(), type, new OrderId(1), minute(1)));
    }

    Given.committed(storage(), change);

    assertEquals(
        List.of(Event.Type.values()),
        storage().outbox().events(account.id(), 0, 100).stream()
            .map(numbered -> numbered.event().type())
            .toList());
  }

  @Test
  default void the_events_of_one_order_are_found_among_the_others() {
    var account = Given.account().in(storage());
    Given.completedOrder().of(account).in(storage());
    var order = Given.completedOrder().of(account).in(storage());
    Given.completedOrder().of(account).in(storage());
    var stranger = Given.account().in(storage());
    var outbox = storage().outbox();

    var events = outbox.ofOrder(account.id(), order.id(), 0, 10);

    assertEquals(List.of(4L, 5L, 6L), events.stream().map(Outbox.Numbered::number).toList());
    assertEquals(outbox.events(account.id(), 3, 3), events);
    assertEquals(events.subList(1, 2), outbox.ofOrder(account.id(), order.id(), 4, 1));
    assertEquals(List.of(), outbox.ofOrder(account.id(), order.id(), 6, 10));
    assertEquals(List.of(), outbox.ofOrder(stranger.id(), order.id(), 0, 10));
  }

  @Test
  default void the_newest_number_of_each_account_is_known() {
    var quiet = Given.account().in(storage());
    var lively = Given.account().in(storage());
    Given.completedOrder().of(lively).in(storage());
    var other = Given.account().in(storage());
    Given.activeOrder().of(other).in(storage());
    Given.activeOrder().in(storage());
    var asked = List.of(quiet.id(), lively.id(), other.id(), new AccountId(2_000_000_000));

    var newest = storage().outbox().newest(asked);

    assertEquals(Map.of(lively.id(), 3L, other.id(), 1L), newest);
    assertEquals(Map.of(), storage().outbox().newest(List.of()));
  }

  /**
   * One follows while eight write: were a number visible before a lower one, it would be missed.
   */
  @Test
  default void who_follows_the_events_misses_none() {
    var account = Given.account().in(storage());
    int perWriter = 25;
    int all = 8 * perWriter;

    var seen = Race.of(9, i -> i == 8 ? follow(account, all) : write(account, i, perWriter));

    var followed = seen.get(8);
    assertEquals(
        LongStream.rangeClosed(1, all).boxed().toList(),
        followed.stream().map(Outbox.Numbered::number).toList());
    assertEquals(
        LongStream.rangeClosed(1, all).boxed().toList(),
        followed.stream().map(numbered -> numbered.event().order().value()).sorted().toList());
  }

  private List<Outbox.Numbered> write(Account account, int writer, int count) {
    for (int n = 0; n < count; n++) {
      var order = new OrderId(1 + (long) writer * count + n);
      Given.committed(
          storage(),
          Change.of(account.id())
              .event(Event.of(account.id(), Event.Type.ORDER_EXPIRED, order, minute(1))));
    }
    return List.of();
  }

  private List<Outbox.Numbered> follow(Account account, int until) {
    var seen = new ArrayList<Outbox.Numbered>();
    while (seen.size() < until) {
      var last = seen.isEmpty() ? 0 : seen.getLast().number();
      seen.addAll(storage().outbox().events(account.id(), last, 10));
    }
    return seen;
  }

  private static Instant sec(long seconds) {
    return Given.NOW.plusSeconds(seconds);
  }
}
