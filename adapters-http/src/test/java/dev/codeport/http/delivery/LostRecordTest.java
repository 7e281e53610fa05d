package dev.codeport.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.webhook.Delivery;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** It was sent, and nobody could note it any more. */
class LostRecordTest {
  private final Forgetful forgetful = new Forgetful();
  private final Post post = new Post(OkHttpWebhookTransport.forDevelopment(), forgetful::over);
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void is_sent_again_under_the_same_id_once_its_lease_is_over() {
    var endpoint = post.endpoint(receiver);
    post.event();
    forgetful.forget(2);

    post.send();
    var first = receiver.next();
    post.advance(Duration.ofSeconds(44)).send();
    assertEquals(0, receiver.waiting());
    post.advance(Duration.ofSeconds(2)).send();
    var second = receiver.next();
    post.advance(Duration.ofMinutes(1)).send();
    var third = receiver.next();
    post.advance(Duration.ofMinutes(1)).send();

    assertEquals(0, receiver.waiting());
    assertEquals(first.id(), second.id());
    assertEquals(first.id(), third.id());
    assertEquals(first.body(), third.body());
    assertEquals(Delivery.State.DELIVERED, post.deliveries(endpoint).getFirst().state());
  }
}
