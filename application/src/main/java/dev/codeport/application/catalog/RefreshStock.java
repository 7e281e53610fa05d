package dev.codeport.application.catalog;

import dev.codeport.application.worker.Parallel;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hears every vendor's offers again and again, and gives new tiers their ids. A vendor that asks to
 * be left alone for longer is; nobody waits for a slow one.
 */
public final class RefreshStock implements Worker {
  private final Pool pool;
  private final LiveStock stock;
  private final TierDirectory tiers;
  private final Duration every;
  private final Map<NumberProvider, Instant> next = new ConcurrentHashMap<>();

  /**
   * @param every how long an answer is good for
   */
  public RefreshStock(Pool pool, LiveStock stock, TierDirectory tiers, Duration every) {
    this.pool = pool;
    this.stock = stock;
    this.tiers = tiers;
    this.every = every;
  }

  @Override
  public String name() {
    return "refresh-stock";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    var due = pool.all().stream().filter(provider -> isDue(provider, now)).toList();
    return Parallel.count(due, provider -> refresh(provider, now));
  }

  private boolean isDue(NumberProvider provider, Instant now) {
    return !next.getOrDefault(provider, Instant.MIN).isAfter(now);
  }

  private boolean refresh(NumberProvider provider, Instant now) {
    next.put(provider, now.plus(every));
    return switch (provider.offers()) {
      case Answer.Given<List<Offer>> given -> {
        tiers.identify(given.value().stream().map(Offer::tier).toList());
        stock.heard(provider.profile().id(), given.value(), now);
        yield true;
      }
      case Answer.Missing<List<Offer>> missing -> {
        missing
            .retryAfter()
            .filter(wait -> wait.compareTo(every) > 0)
            .ifPresent(wait -> next.put(provider, now.plus(wait)));
        yield false;
      }
    };
  }
}
