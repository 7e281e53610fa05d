package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Header;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Style;
import dev.codeport.domain.webhook.WebhookSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where events are sent. */
public interface EndpointsContract extends StorageStage {
  @Test
  default void endpoints_read_back_as_they_were_added() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage()).id();
    var whole = whole(account.id());
    var plain = Given.endpoint().of(account.id());
    var webhooks = storage().webhooks();

    assertTrue(webhooks.add(whole, 5));
    assertTrue(webhooks.add(plain, 5));

    assertEquals(Optional.of(whole), webhooks.endpoint(account.id(), whole.id()));
    assertEquals(Optional.empty(), webhooks.endpoint(stranger, whole.id()));
    assertEquals(List.of(plain, whole), webhooks.endpoints(account.id()));
    assertEquals(List.of(), webhooks.endpoints(stranger));
  }

  @Test
  default void an_endpoint_is_replaced_only_on_top_of_what_was_read() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    var webhooks = storage().webhooks();
    var paused = endpoint.paused();

    assertTrue(webhooks.replace(paused));
    assertFalse(webhooks.replace(endpoint.disabled("gone", minute(1))));
    assertEquals(Optional.of(paused), webhooks.endpoint(account.id(), endpoint.id()));
    assertTrue(webhooks.replace(paused.disabled("gone", minute(1))));
    assertFalse(webhooks.replace(Given.endpoint().of(account.id()).paused()));
  }

  @Test
  default void of_many_who_replace_it_at_once_one_does() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);

    var done = Race.of(8, i -> storage().webhooks().replace(endpoint.paused()));

    assertEquals(1, done.stream().filter(yes -> yes).count());
  }

  @Test
  default void there_are_never_more_than_may_be() {
    var account = Given.account().in(storage());
    storage()
        .webhooks()
        .put(
            account.id(),
            WebhookSettings.of(Optional.of("https://a.example.org"), Optional.empty()));

    var added = Race.of(8, i -> storage().webhooks().add(Given.endpoint().of(account.id()), 3));

    assertEquals(3, added.stream().filter(yes -> yes).count());
    assertEquals(4, storage().webhooks().endpoints(account.id()).size());
  }

  @Test
  default void a_removed_endpoint_is_gone_with_its_deliveries() {
    var account = Given.account().in(storage());
    var endpoint = Given.endpoint().in(storage(), account);
    var stranger = Given.account().in(storage()).id();
    Given.activeOrder().of(account).in(storage());
    var webhooks = storage().webhooks();

    assertFalse(webhooks.remove(stranger, endpoint.id()));
    assertTrue(webhooks.remove(account.id(), endpoint.id()));
    assertFalse(webhooks.remove(account.id(), endpoint.id()));

    assertEquals(Optional.empty(), webhooks.endpoint(account.id(), endpoint.id()));
    assertEquals(Optional.empty(), webhooks.delivery(account.id(), endpoint.id(), 1));
  }

  @Test
  default void an_smscode_webhook_with_an_address_is_an_endpoint() {
    var account = Given.account().in(storage()).id();
    var webhooks = storage().webhooks();
    var secret = Optional.of(Secret.of("s3cret"));

    webhooks.put(account, WebhookSettings.of(Optional.empty(), secret));
    assertEquals(List.of(), webhooks.endpoints(account));
    webhooks.put(account, WebhookSettings.of(Optional.of("https://a.example.org/"), secret));
    webhooks.put(account, WebhookSettings.of(Optional.of("https://b.example.org/"), secret));

    var endpoint = webhooks.endpoint(account, EndpointId.smscode(account)).orElseThrow();
    assertEquals(List.of(endpoint), webhooks.endpoints(account));
    assertEquals(Style.SMSCODE, endpoint.style());
    assertEquals("https://b.example.org/", endpoint.url());
    assertEquals(secret, endpoint.secret());
  }

  @Test
  default void an_smscode_webhook_that_was_disabled_shows_it_in_its_settings() {
    var account = Given.account().in(storage()).id();
    var webhooks = storage().webhooks();
    webhooks.put(
        account, WebhookSettings.of(Optional.of("https://a.example.org/"), Optional.empty()));
    var endpoint = webhooks.endpoint(account, EndpointId.smscode(account)).orElseThrow();

    assertTrue(webhooks.replace(endpoint.disabled("failed", minute(3))));
    assertEquals(Optional.of(minute(3)), webhooks.settings(account).disabledAt());
    assertEquals(Optional.of("failed"), webhooks.settings(account).disabledReason());

    webhooks.put(
        account, WebhookSettings.of(Optional.of("https://a.example.org/"), Optional.empty()));
    assertEquals(Optional.empty(), webhooks.settings(account).disabledAt());
    assertEquals(Optional.empty(), webhooks.settings(account).disabledReason());
  }

  private static Endpoint whole(AccountId account) {
    return new Endpoint(
        new EndpointId("ep_0123456789abcdef01234567"),
        account,
        1,
        Style.STANDARD,
        "https://hooks.example.org:8443/a?b=c",
        Optional.of(Secret.of("whsec_bmV3")),
        Optional.of(new Endpoint.Former(Secret.of("whsec_b2xk"), minute(60))),
        Set.of(Event.Type.SMS_RECEIVED, Event.Type.ORDER_EXPIRED),
        List.of(
            new Header("Authorization", Secret.of("Bearer a:b, c")),
            new Header("X-Team", Secret.of("red"))),
        "Ünsere Glocke \u2028",
        minute(1),
        new Endpoint.State.Disabled(minute(2), "gone"),
        new Health(3, Optional.of(minute(1))));
  }
}
