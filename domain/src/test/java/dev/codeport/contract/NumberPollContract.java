package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Power;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a number provider learns what became of its leases. */
public interface NumberPollContract extends NumberProviderStage {
  @Test
  default void a_lease_without_an_sms_is_open() {
    var news = news(leased("a"));

    assertEquals(State.OPEN, news.state());
    assertEquals(List.of(), news.messages());
  }

  @Test
  default void an_sms_is_shown_with_its_text_and_keeps_its_key() {
    var lease = received("a", "Ваш код 482913: никому не сообщайте");

    var message = news(lease).messages().getFirst();

    assertEquals("Ваш код 482913: никому не сообщайте", message.text());
    assertEquals(1, news(lease).messages().size());
    assertEquals(message.key(), news(lease).messages().getFirst().key());
  }

  @Test
  default void an_sms_has_the_same_key_whether_asked_for_alone_or_among_others() {
    var lease = received("a", "code 123456");
    var other = leased("b");
    var alone = keys(lease);

    var among = Expect.given(provider().poll(List.of(other.ref(), lease.ref())));

    assertEquals(
        alone, Expect.of(among, lease.ref()).messages().stream().map(m -> m.key()).toList());
  }

  @Test
  default void an_sms_of_strange_signs_comes_through() {
    var text = "1:2:3 {\"a\"} <b>\n\t१२३ ٤٥٦ 👍 \"' 9876";

    var message = news(received("a", text)).messages().getFirst();

    assertEquals(text.strip(), message.text().strip());
  }

  @Test
  default void each_lease_gets_its_own() {
    var leases = IntStream.range(0, 30).mapToObj(i -> leased("ref-" + i)).toList();
    var lucky = List.of(leases.get(3), leases.get(17), leases.get(29));
    lucky.forEach(lease -> assertTrue(deliver(lease.phone(), "for " + lease.ref().id())));

    var news = Expect.given(provider().poll(leases.stream().map(Lease::ref).toList()));

    assertEquals(30, news.size());
    news.forEach(
        (ref, one) -> {
          boolean hit = lucky.stream().anyMatch(lease -> lease.ref().equals(ref));
          assertEquals(State.OPEN, one.state());
          assertEquals(
              hit ? List.of("for " + ref.id()) : List.of(),
              one.messages().stream().map(m -> m.text()).toList());
        });
  }

  @Test
  default void the_former_code_is_never_shown_as_a_new_one() {
    if (can(Power.ANOTHER_CODE)) {
      var lease = received("a", "first 111111");
      var first = keys(lease);
      provider().another(lease.ref());

      assertTrue(first.containsAll(keys(lease)));
    }
  }

  @Test
  default void a_lease_that_was_given_back_is_canceled() {
    var lease = leased("a");
    waitUntilCancelable();
    provider().cancel(lease.ref());

    assertEquals(State.CANCELED, news(lease).state());
  }

  @Test
  default void a_lease_that_ran_out_without_an_sms_is_canceled() {
    var lease = leased("a");
    advance(Duration.between(now(), lease.expiresAt()).plusSeconds(1));

    assertEquals(State.CANCELED, news(lease).state());
    assertTrue(far(lease).refunded());
  }

  @Test
  default void a_lease_that_was_finished_is_finished() {
    var lease = received("a", "code 123456");
    provider().finish(lease.ref());

    assertEquals(State.FINISHED, news(lease).state());
  }

  @Test
  default void a_lease_that_ran_out_after_an_sms_is_finished() {
    var lease = received("a", "code 123456");
    advance(Duration.between(now(), lease.expiresAt()).plusSeconds(1));

    assertEquals(State.FINISHED, news(lease).state());
    assertFalse(far(lease).refunded());
  }

  @Test
  default void of_ended_and_open_ones_together_each_is_told() {
    var canceled = leased("a");
    waitUntilCancelable();
    provider().cancel(canceled.ref());
    var finished = received("b", "code 123456");
    provider().finish(finished.ref());
    var open = leased("c");

    var news = Expect.given(provider().poll(List.of(open.ref(), finished.ref(), canceled.ref())));

    assertEquals(State.CANCELED, Expect.of(news, canceled.ref()).state());
    assertEquals(State.FINISHED, Expect.of(news, finished.ref()).state());
    assertEquals(State.OPEN, Expect.of(news, open.ref()).state());
  }

  @Test
  default void a_lease_it_never_gave_is_unknown() {
    var news = Expect.given(provider().poll(List.of(stranger())));

    assertEquals(State.UNKNOWN, Expect.of(news, stranger()).state());
  }

  @Test
  default void a_lease_of_another_vendor_is_none_of_its_business() {
    var lease = leased("a");
    var foreign = new LeaseRef(new ProviderId("somebody-else"), lease.ref().id());

    var news = Expect.given(provider().poll(List.of(foreign, lease.ref())));

    assertNotEquals(provider().profile().id(), foreign.provider());
    assertEquals(List.of(lease.ref()), List.copyOf(news.keySet()));
  }

  @Test
  default void to_ask_about_none_is_answered_with_none() {
    assertEquals(Map.of(), Expect.given(provider().poll(List.of())));
  }

  @Test
  default void nothing_is_known_of_a_vendor_that_is_not_there() {
    var one = leased("a").ref();
    var two = leased("b").ref();
    fallSilent();

    assertInstanceOf(Answer.Missing.class, provider().poll(List.of(one)));
    assertInstanceOf(Answer.Missing.class, provider().poll(List.of(one, two)));
  }

  @Test
  default void an_answer_that_makes_no_sense_ends_no_lease() {
    var lease = leased("a");
    garbleNextAnswer();

    assertInstanceOf(Answer.Missing.class, provider().poll(List.of(lease.ref())));
    assertEquals(State.OPEN, news(lease).state());
  }
}
