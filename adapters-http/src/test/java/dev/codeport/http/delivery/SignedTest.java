package dev.codeport.http.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Signature;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The published library for receivers takes what we send. */
class SignedTest {
  private final Receiver receiver = new Receiver();
  private final Post post = new Post(OkHttpWebhookTransport.forDevelopment());

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void the_vector_of_the_specification_comes_out() {
    var headers =
        Signature.standard(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}".getBytes(UTF_8),
            List.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));

    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers.get("webhook-signature"));
  }

  @Test
  void the_library_verifies_a_delivery_and_nothing_that_was_changed() throws Exception {
    post.moveTo(InstantSource.system().instant());
    var endpoint = post.endpoint(receiver);
    post.event();
    post.send();

    var letter = receiver.next();

    new Webhook(secret(endpoint)).verify(letter.body(), letter.headers());
    assertThrows(
        WebhookVerificationException.class,
        () -> new Webhook(secret(endpoint)).verify(letter.body() + " ", letter.headers()));
    assertThrows(
        WebhookVerificationException.class,
        () ->
            new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .verify(letter.body(), letter.headers()));
  }

  @Test
  void while_a_secret_is_rotated_both_verify_and_afterwards_only_the_new_one() throws Exception {
    post.moveTo(InstantSource.system().instant());
    var old = post.endpoint(receiver);
    var rotated = rotate(old, Duration.ofMinutes(1));
    post.event();
    post.send();
    var during = receiver.next();
    post.advance(Duration.ofMinutes(2));
    post.event();
    post.send();
    var after = receiver.next();

    new Webhook(secret(old)).verify(during.body(), during.headers());
    new Webhook(secret(rotated)).verify(during.body(), during.headers());
    new Webhook(secret(rotated)).verify(after.body(), after.headers());
    assertThrows(
        WebhookVerificationException.class,
        () -> new Webhook(secret(old)).verify(after.body(), after.headers()));
  }

  @Test
  void a_test_call_is_signed_as_well() throws Exception {
    post.moveTo(InstantSource.system().instant());
    var endpoint = post.endpoint(receiver.answering(Receiver.Answer.saying(418, "teapot")));

    var result = post.codeport.testEndpoint(post.account.id(), endpoint.id());

    var answered = assertInstanceOf(TestEndpoint.Answered.class, result);
    assertEquals(418, answered.status());
    assertEquals("teapot", answered.beginning());
    var letter = receiver.next();
    assertTrue(letter.body().contains("\"type\":\"webhook.test\""), letter.body());
    new Webhook(secret(endpoint)).verify(letter.body(), letter.headers());
  }

  private Endpoint rotate(Endpoint endpoint, Duration overlap) {
    var result =
        post.codeport.rotateSecret(endpoint.account(), endpoint.id(), Optional.empty(), overlap);
    return assertInstanceOf(ManageEndpoints.Saved.class, result).endpoint();
  }

  private static String secret(Endpoint endpoint) {
    return endpoint.secret().orElseThrow().reveal();
  }
}
