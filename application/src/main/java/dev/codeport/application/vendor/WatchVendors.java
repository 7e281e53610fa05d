package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.routing.Routing;
import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.NumberProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices when a vendor gets into trouble or out of it, and asks for our balance: every five
 * minutes, and every minute where only so much is to lie.
 */
public final class WatchVendors implements Worker {
  private static final Duration BALANCE_EVERY = Duration.ofMinutes(5);
  private static final Duration LIMITED_EVERY = Duration.ofMinutes(1);

  private final Pool pool;
  private final Routing routing;
  private final Observer observer;
  private final Changes<ProviderId> changes;
  private final Map<ProviderId, Instant> next = new ConcurrentHashMap<>();

  public WatchVendors(Pool pool, Routing routing, Observer observer) {
    this.pool = pool;
    this.routing = routing;
    this.observer = observer;
    this.changes = new Changes<>("vendor", observer::vendorFares);
  }

  @Override
  public String name() {
    return "watch-vendors";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    var due = pool.all().stream().filter(provider -> isDue(provider, now)).toList();
    Parallel.count(due, provider -> askBalance(provider, now));
    return (int)
        pool.all().stream()
            .filter(provider -> changes.isOne(provider.profile().id(), provider.health()))
            .count();
  }

  private boolean isDue(NumberProvider provider, Instant now) {
    return !next.getOrDefault(provider.profile().id(), Instant.MIN).isAfter(now);
  }

  private boolean askBalance(NumberProvider provider, Instant now) {
    var id = provider.profile().id();
    var then = now.plus(routing.isLimited(provider) ? LIMITED_EVERY : BALANCE_EVERY);
    next.put(id, then);
    return switch (provider.balance()) {
      case Answer.Given<Money> given -> {
        routing.balances().heard(id, given.value(), now);
        observer.vendorBalance(id, given.value(), routing.standing(provider).isOverLimit());
        yield true;
      }
      case Answer.Missing<Money> missing -> {
        missing.retryAfter().ifPresent(wait -> next.put(id, then.plus(wait)));
        yield false;
      }
    };
  }
}
