package dev.codeport.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.Given;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private static final Instant NOW = Given.NOW;

  private final Endpoint endpoint = Given.endpoint().of(new AccountId(7));

  @Test
  void two_secrets_sign_while_one_is_followed_by_another() {
    var old = endpoint.secret().orElseThrow();
    var next = Secret.of("whsec_next");

    var rotated = endpoint.rotated(next, NOW.plusSeconds(60));

    assertEquals(List.of(next, old), rotated.secretsAt(NOW.plusSeconds(59)));
    assertEquals(List.of(next), rotated.secretsAt(NOW.plusSeconds(60)));
  }

  @Test
  void never_do_more_than_two_sign() {
    var twice =
        endpoint
            .rotated(Secret.of("whsec_b"), NOW.plusSeconds(60))
            .rotated(Secret.of("whsec_c"), NOW.plusSeconds(60));

    assertEquals(List.of(Secret.of("whsec_c"), Secret.of("whsec_b")), twice.secretsAt(NOW));
  }

  @Test
  void hears_of_what_was_chosen_or_of_all_that_its_style_may() {
    var choosy = Given.endpoint().hearing(Event.Type.SMS_RECEIVED).of(new AccountId(7));

    assertEquals(Set.of(Event.Type.SMS_RECEIVED), choosy.hears());
    assertEquals(Event.Type.values().length - 1, endpoint.hears().size());
  }

  @Test
  void is_disabled_by_a_410_or_by_five_days_without_a_success() {
    var since = new Health(99, Optional.of(NOW));
    var fiveDays = NOW.plus(Endpoint.LONGEST_SILENCE);

    assertEquals(Optional.of("gone"), endpoint.disabling(Health.GOOD, true, NOW));
    assertEquals(Optional.empty(), endpoint.disabling(since, false, fiveDays.minusSeconds(1)));
    assertEquals(Optional.of("failed_for_five_days"), endpoint.disabling(since, false, fiveDays));
  }

  @Test
  void names_messages_alike_at_every_attempt_and_apart_for_every_endpoint() {
    var other = Given.endpoint().of(new AccountId(7));

    assertEquals(endpoint.id().messageId(5), new EndpointId(endpoint.id().value()).messageId(5));
    assertEquals(false, endpoint.id().messageId(5).equals(other.id().messageId(5)));
    assertEquals(false, endpoint.id().messageId(5).equals(endpoint.id().messageId(6)));
    assertEquals(-1, endpoint.id().messageId(5).indexOf('.'));
  }
}
