package dev.codeport.application.routing;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Circuit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which vendors answer, as this node sees it. Safe for many threads. */
public final class Circuits {
  private final Map<ProviderId, Circuit> circuits = new ConcurrentHashMap<>();

  /** That a vendor may be asked; to be told what came of it, once. */
  public final class Admission {
    private final ProviderId provider;
    private final boolean isProbe;

    private Admission(ProviderId provider, boolean isProbe) {
      this.provider = provider;
      this.isProbe = isProbe;
    }

    public void answered() {
      circuits.remove(provider);
    }

    public void failed(Instant now) {
      circuits.compute(
          provider, (id, known) -> (known == null ? Circuit.CLOSED : known).failed(now, isProbe));
    }
  }

  public boolean isShut(ProviderId provider, Instant now) {
    return circuits.getOrDefault(provider, Circuit.CLOSED).isShut(now);
  }

  /** Empty when the vendor is not to be asked now. */
  public Optional<Admission> admit(ProviderId provider, Instant now) {
    var known = circuits.getOrDefault(provider, Circuit.CLOSED);
    if (known.isShut(now)) {
      return Optional.empty();
    }
    if (!known.isProbe()) {
      return Optional.of(new Admission(provider, false));
    }
    return circuits.replace(provider, known, known.probing(now))
        ? Optional.of(new Admission(provider, true))
        : admit(provider, now);
  }
}
