package dev.codeport.application.routing;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.NumberProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the vendors at which only so much is to lie what we have there. */
public final class ReadBalances implements Worker {
  static final Duration EVERY = Duration.ofMinutes(1);

  private final Pool pool;
  private final Routing routing;
  private final Observer observer;
  private final Map<NumberProvider, Instant> next = new ConcurrentHashMap<>();

  public ReadBalances(Pool pool, Routing routing, Observer observer) {
    this.pool = pool;
    this.routing = routing;
    this.observer = observer;
  }

  @Override
  public String name() {
    return "read-balances";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(5);
  }

  @Override
  public int runOnce(Instant now) {
    var due =
        pool.all().stream()
            .filter(routing::isLimited)
            .filter(provider -> !next.getOrDefault(provider, Instant.MIN).isAfter(now))
            .toList();
    return Parallel.count(due, provider -> read(provider, now));
  }

  private boolean read(NumberProvider provider, Instant now) {
    next.put(provider, now.plus(EVERY));
    return switch (provider.balance()) {
      case Answer.Given<Money> given -> {
        routing.balance(provider.profile().id(), given.value());
        var over = routing.standing(provider, now).isOverLimit();
        observer.vendorBalance(provider.profile().id(), given.value(), over);
        yield true;
      }
      case Answer.Missing<Money> missing -> {
        missing.retryAfter().ifPresent(wait -> next.put(provider, now.plus(EVERY).plus(wait)));
        yield false;
      }
    };
  }
}
