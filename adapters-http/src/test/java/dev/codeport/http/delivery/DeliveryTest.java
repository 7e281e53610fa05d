package dev.codeport.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.RetrySchedule;
import dev.codeport.http.delivery.Receiver.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Post post = new Post();
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void what_failed_comes_again_under_the_same_id_with_the_same_bytes_and_a_new_time() {
    post.endpoint(receiver.answering(Answer.of(500)));
    post.wholeOrder();
    post.send();
    var first = List.of(receiver.next(), receiver.next(), receiver.next());

    receiver.answering(Answer.of(200));
    post.advance(Duration.ofSeconds(7)).send();

    for (var letter : first) {
      var second = receiver.next();
      var twin = first.stream().filter(l -> l.id().equals(second.id())).findFirst().orElseThrow();
      assertEquals(twin.body(), second.body());
      assertNotEquals(twin.header("webhook-timestamp"), second.header("webhook-timestamp"));
      assertTrue(letter.id().startsWith("msg_"));
    }
    post.advance(DAY).send();
    assertEquals(0, receiver.waiting());
  }

  @Test
  void tries_as_often_as_the_schedule_says_and_then_gives_up() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(503)));
    var event = post.event();

    for (int i = 0; i < 20; i++) {
      post.send();
      var due = post.deliveries(endpoint).getFirst().dueAt();
      post.advance(Duration.between(post.instant(), due).abs());
    }

    assertEquals(RetrySchedule.STANDARD.tries(), receiver.waiting());
    var log = post.codeport.delivery(post.account.id(), endpoint.id(), event).orElseThrow();
    assertEquals(Delivery.State.FAILED, log.delivery().state());
    assertEquals(RetrySchedule.STANDARD.tries(), log.attempts().size());
    assertEquals(Optional.of(503), log.attempts().getLast().status());
  }

  @Test
  void waits_as_the_schedule_says() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(500)));
    post.event();

    for (var pause : RetrySchedule.STANDARD.pauses()) {
      post.send();
      var due = post.deliveries(endpoint).getFirst().dueAt();
      var waits = Duration.between(post.instant(), due);
      assertTrue(waits.compareTo(pause) >= 0, waits + " < " + pause);
      assertTrue(waits.compareTo(pause.multipliedBy(6).dividedBy(5)) <= 0, waits + " > " + pause);
      post.advance(waits);
    }
  }

  @Test
  void does_not_follow_a_redirect_but_counts_it_as_a_failure() {
    try (var elsewhere = new Receiver()) {
      var endpoint = post.endpoint(receiver.answering(Answer.of(307, "Location", elsewhere.url())));
      post.event();
      post.send();

      assertEquals(1, receiver.waiting());
      assertEquals(0, elsewhere.waiting());
      assertEquals(Delivery.State.PENDING, post.deliveries(endpoint).getFirst().state());
    }
  }

  @Test
  void a_410_disables_at_once_and_nothing_comes_after_it() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(410)));
    post.event();
    post.send();

    post.event();
    post.advance(DAY).send();

    assertEquals(1, receiver.waiting());
    var disabled = (Endpoint.State.Disabled) post.now(endpoint).state();
    assertEquals(Endpoint.GONE, disabled.reason());
    assertEquals(List.of(Delivery.State.FAILED), states(endpoint));
  }

  @Test
  void a_429_or_503_is_left_alone_for_as_long_as_it_asks() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(429, "Retry-After", "3600")));
    post.event();
    post.send();

    post.advance(Duration.ofMinutes(59)).send();
    assertEquals(1, receiver.waiting());
    receiver.answering(
        Answer.of(503, "Retry-After", "Sun, 01 Mar 2026 16:00:00 GMT")); // in almost three hours
    post.advance(Duration.ofMinutes(20)).send();
    assertEquals(2, receiver.waiting());
    post.advance(Duration.ofHours(1)).send();
    assertEquals(2, receiver.waiting());
    receiver.answering(Answer.of(200));
    post.advance(Duration.ofMinutes(150)).send();

    assertEquals(List.of(Delivery.State.DELIVERED), states(endpoint));
  }

  @Test
  void nobody_can_ask_to_be_left_alone_for_longer_than_a_day() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(429, "Retry-After", "999999999")));
    post.event();
    post.send();

    var due = post.deliveries(endpoint).getFirst().dueAt();
    assertFalse(due.isAfter(post.instant().plus(Duration.ofHours(29))), due.toString());
  }

  @Test
  void a_receiver_that_hangs_delays_nobody_else() {
    try (var hanging = new Receiver().hanging()) {
      var slow = post.endpoint(hanging);
      post.endpoint(receiver);
      for (int i = 0; i < 40; i++) {
        post.event();
      }
      post.codeport.workers().all().forEach(worker -> worker.runOnce(post.instant()));

      for (int i = 0; i < 40; i++) {
        receiver.next();
      }

      hanging.next();
      assertTrue(hanging.mostAtOnce() <= 16, hanging.mostAtOnce() + " at once");
      assertEquals(40, post.deliveries(slow).size());
    }
    post.send();
  }

  @Test
  void what_was_given_up_can_be_sent_again_in_a_range() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(410)));
    var first = post.event();
    post.send();
    var last = post.event();
    var id = receiver.next().id();
    receiver.answering(Answer.of(200));
    post.codeport.resumeEndpoint(post.account.id(), endpoint.id());

    var begun = post.codeport.redeliver(post.account.id(), endpoint.id(), first, last, false);
    post.send();

    assertEquals(new RedeliverWebhook.Begun(2), begun);
    var ids = List.of(receiver.next().id(), receiver.next().id());
    assertTrue(ids.contains(id), ids + " without " + id);
    assertEquals(List.of(Delivery.State.DELIVERED, Delivery.State.DELIVERED), states(endpoint));
  }

  @Test
  void a_paused_endpoint_gets_what_has_waited_when_it_is_resumed() {
    var endpoint = post.endpoint(receiver);
    post.codeport.pauseEndpoint(post.account.id(), endpoint.id());
    post.event();
    post.event();
    post.send();
    assertEquals(0, receiver.waiting());

    post.codeport.resumeEndpoint(post.account.id(), endpoint.id());
    post.send();

    assertEquals(2, receiver.waiting());
  }

  @Test
  void an_endpoint_that_never_answers_well_is_disabled_after_five_days() {
    var endpoint = post.endpoint(receiver.answering(Answer.of(500)));
    for (int day = 0; day < 5; day++) {
      post.event();
      post.send();
      post.advance(DAY.plusHours(1));
      assertEquals(new Endpoint.State.Active(), post.now(endpoint).state());
    }
    post.send();

    var disabled = (Endpoint.State.Disabled) post.now(endpoint).state();
    assertEquals(Endpoint.FAILED_TOO_LONG, disabled.reason());
  }

  @Test
  void an_smscode_webhook_is_disabled_after_ten_failures_in_a_row() {
    post.smscode(receiver.answering(Answer.of(500)));
    for (int i = 0; i < 9; i++) {
      post.event();
    }
    exhaust();
    assertEquals(9, post.codeport.webhook(post.account.id()).failures());
    assertEquals(Optional.empty(), post.codeport.webhook(post.account.id()).disabledAt());
    receiver.answering(Answer.of(200));
    post.event();
    post.send();
    assertEquals(0, post.codeport.webhook(post.account.id()).failures());

    receiver.answering(Answer.of(500));
    for (int i = 0; i < 10; i++) {
      post.event();
    }
    exhaust();

    var settings = post.codeport.webhook(post.account.id());
    assertEquals(10, settings.failures());
    assertTrue(settings.disabledAt().isPresent());
    assertEquals(Optional.of("consecutive_failed_user_endpoint"), settings.disabledReason());
    var enabled =
        post.codeport.configureWebhook(post.account.id(), Optional.empty(), Optional.of("new"));
    assertTrue(enabled.toString().contains("failures=0"), enabled.toString());
    assertEquals(Optional.empty(), post.codeport.webhook(post.account.id()).disabledAt());
  }

  private void exhaust() {
    for (int i = 0; i < 6; i++) {
      post.send();
      post.advance(Duration.ofMinutes(20));
    }
  }

  @Test
  void the_log_keeps_the_beginning_of_what_was_answered() {
    var endpoint = post.endpoint(receiver.answering(Answer.saying(500, "ü".repeat(2_000))));
    var event = post.event();
    post.send();

    var log = post.codeport.delivery(post.account.id(), endpoint.id(), event).orElseThrow();

    assertEquals("ü".repeat(256), log.attempts().getFirst().answer());
  }

  @Test
  void an_endless_answer_is_cut_off_and_its_status_counts() {
    var sent = new AtomicInteger();
    var endpoint =
        post.endpoint(
            receiver.answering(
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  while (true) {
                    exchange.getResponseBody().write(new byte[8192]);
                    sent.addAndGet(8192);
                  }
                }));
    post.event();
    post.send();

    assertEquals(List.of(Delivery.State.DELIVERED), states(endpoint));
    assertTrue(sent.get() < 12 * 1024 * 1024, sent + " bytes");
  }

  @Test
  void sends_the_headers_that_the_endpoint_asked_for() {
    post.endpoint(post.account.id(), receiver.url(), Map.of("Authorization", "Bearer gate"));
    post.event();
    post.send();

    assertEquals("Bearer gate", receiver.next().header("Authorization"));
  }

  @Test
  void an_smscode_webhook_shows_no_header_but_its_own() {
    post.smscode(receiver);
    post.event();
    post.send();

    var letter = receiver.next();
    assertTrue(String.valueOf(letter.header("X-Webhook-Signature")).matches("sha256=[0-9a-f]{64}"));
    assertEquals("application/json", letter.header("Content-Type"));
    assertEquals("null", letter.id());
    assertTrue(
        post.codeport
            .endpoint(post.account.id(), EndpointId.smscode(post.account.id()))
            .isPresent());
  }

  private List<Delivery.State> states(Endpoint endpoint) {
    return post.deliveries(endpoint).stream().map(Delivery::state).toList();
  }
}
