package dev.codeport.http.api.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.http.FakeCodeport;
import dev.codeport.http.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventViewsTest {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final OrderId ORDER = new OrderId(5);

  private final FakeCodeport codeport = new FakeCodeport();
  private final EventViews views = new EventViews(codeport, new Places(codeport));

  @Test
  void an_event_shows_the_sms_that_it_tells_of() {
    codeport.messages = List.of(Given.sms(5, 1, "480215"), Given.sms(5, 2, "519304"));

    var shown = views.of(ACCOUNT, List.of(sms(8, 2), sms(9, 1)));

    assertEquals(Optional.of("519304"), code(shown.getFirst()));
    assertEquals(Optional.of("480215"), code(shown.getLast()));
  }

  @Test
  void an_event_that_tells_of_none_shows_none() {
    codeport.messages = List.of(Given.sms(5, 1, "480215"));
    var expired = Event.of(ACCOUNT, Event.Type.ORDER_EXPIRED, ORDER, Given.NOW);

    assertNull(views.of(ACCOUNT, List.of(new Outbox.Numbered(8, expired))).getFirst().message());
    assertNull(views.of(ACCOUNT, List.of(sms(9, 2))).getFirst().message());
  }

  private static Outbox.Numbered sms(long number, int revision) {
    var event = Event.ofSms(ACCOUNT, Event.Type.SMS_RECEIVED, ORDER, revision, Given.NOW);
    return new Outbox.Numbered(number, event);
  }

  private static Optional<String> code(EventView view) {
    return Optional.ofNullable(view.message()).flatMap(sms -> Optional.ofNullable(sms.code()));
  }
}
