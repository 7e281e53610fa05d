package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Style;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint to be added: of the standard style, active, and hearing of everything. */
public final class EndpointFixture {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Set<Event.Type> types;
  private final String url;

  EndpointFixture(Set<Event.Type> types, String url) {
    this.types = Set.copyOf(types);
    this.url = url;
  }

  public EndpointFixture hearing(Event.Type first, Event.Type... more) {
    return new EndpointFixture(EnumSet.of(first, more), url);
  }

  public EndpointFixture at(String newUrl) {
    return new EndpointFixture(types, newUrl);
  }

  public Endpoint of(AccountId account) {
    return new Endpoint(
        new EndpointId("ep_%024x".formatted(NUMBERS.incrementAndGet())),
        account,
        1,
        Style.STANDARD,
        url,
        Optional.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
        Optional.empty(),
        types,
        List.of(),
        "",
        Given.NOW,
        new Endpoint.State.Active(),
        Health.GOOD);
  }

  public Endpoint in(Storage storage, Account account) {
    var endpoint = of(account.id());
    assertTrue(storage.webhooks().add(endpoint, 100));
    return endpoint;
  }
}
