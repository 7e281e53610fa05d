package dev.codeport.application.vendor;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Tells of everybody who gets into trouble or out of it, once, and logs it.
 *
 * @param <K> by what they are named
 */
final class Changes<K> {
  private static final Logger LOG = System.getLogger(Changes.class.getName());

  private final String kind;
  private final BiConsumer<K, ProviderHealth> told;
  private final Map<K, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(Circuit circuit, Optional<Cause> cause) {
    static final Seen WELL = new Seen(Circuit.CLOSED, Optional.empty());
  }

  /**
   * @param kind what they are, as the log calls them
   */
  Changes(String kind, BiConsumer<K, ProviderHealth> told) {
    this.kind = kind;
    this.told = told;
  }

  /** Whether this is another state than the last one told; all are well at first. */
  boolean isOne(K id, ProviderHealth health) {
    var now = new Seen(health.circuit(), health.cause());
    var before = Optional.ofNullable(seen.put(id, now)).orElse(Seen.WELL);
    if (before.equals(now)) {
      return false;
    }
    told.accept(id, health);
    log(id, health);
    return true;
  }

  private void log(K id, ProviderHealth health) {
    switch (health.circuit()) {
      case OPEN ->
          LOG.log(
              Level.WARNING,
              "{0} {1} is left alone until {2}: {3}, {4}",
              kind,
              id,
              health.retryAt().map(Instant::toString).orElse("it is well"),
              health.cause().map(cause -> cause.name().toLowerCase(Locale.ROOT)).orElse(""),
              health.detail());
      case HALF_OPEN -> LOG.log(Level.INFO, "{0} {1} is tried again", kind, id);
      case CLOSED -> LOG.log(Level.INFO, "{0} {1} is well again", kind, id);
    }
  }
}
