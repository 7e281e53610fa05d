package dev.codeport.provider.kit;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderHealth.Cause;
import dev.codeport.domain.pool.ProviderHealth.Circuit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps calls back from a vendor in trouble.
 *
 * <pre>
 *   CLOSED ──too many failures, or trouble with the account──► OPEN
 *     ▲                                                     │   ▲ a call that fails again:
 *     │                                    its time is over │   │ twice as long
 *     └───────── a call of that kind is fine ─────────── HALF_OPEN
 * </pre>
 *
 * <p>While it is open nothing is bought. What has to be looked after is, one call every {@link
 * #CAUTION} until one of them is fine, or just as ever when the trouble is only about buying; after
 * too many calls nothing is asked at all. Failures at buying and at the rest are counted apart, and
 * each is forgotten only by a success of its own kind: a vendor whose numbers can be bought but not
 * read must not be bought from.
 */
final class Breaker {
  static final Duration CAUTION = Duration.ofSeconds(2);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration SHOWN = Duration.ofMinutes(10);
  private static final int LONGEST = 40;

  /** So long well, and the next trouble counts as the first. */
  private static final Duration CALM = Duration.ofMinutes(10);

  /** A vendor may ask for more, but leases have to be looked after. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  /** Whatever it says: accounts are unbanned before their time too. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final CircuitSettings settings;
  private final InstantSource clock;
  private final Map<Purpose, Tally> tallies = new EnumMap<>(Purpose.class);
  private final Tally shown = new Tally(SHOWN, 10);
  private Optional<Open> open = Optional.empty();
  private Instant closedAt;
  private int trips;
  private long epoch;
  private boolean probing;
  private boolean keepFails;

  /** Whether the last call of that kind since it opened was fine. */
  private boolean keepIsFine;

  private Instant nextKeepAt = Instant.MIN;

  /**
   * @param of the kind of calls that met it
   * @param since when the circuit was closed last
   */
  private record Open(Cause cause, String detail, Purpose of, Instant since, Instant until) {}

  /** What {@link #enter} says. */
  sealed interface Entry {}

  /** The call may be made; {@link #leave} is to be called after it. */
  record Pass(Purpose purpose, long epoch, boolean probe) implements Entry {}

  record Kept(Duration retryAfter, String detail) implements Entry {}

  Breaker(CircuitSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.closedAt = clock.instant();
    for (var purpose : Purpose.values()) {
      tallies.put(purpose, new Tally(WINDOW, 12));
    }
  }

  /** Whether a call would be kept back now, without taking anything. */
  synchronized Optional<Kept> keeps(Purpose purpose) {
    var now = clock.instant();
    return open.flatMap(trouble -> keeps(trouble, purpose, now));
  }

  synchronized Entry enter(Purpose purpose) {
    var now = clock.instant();
    if (open.isEmpty()) {
      return new Pass(purpose, epoch, false);
    }
    var trouble = open.get();
    var kept = keeps(trouble, purpose, now);
    if (kept.isPresent()) {
      return kept.get();
    }
    if (purpose == Purpose.KEEP) {
      nextKeepAt = now.plus(CAUTION);
    }
    boolean probe = purpose == trouble.of() && !now.isBefore(trouble.until());
    probing |= probe && purpose == Purpose.BUY;
    return new Pass(purpose, epoch, probe);
  }

  synchronized void leave(Pass pass, Sign sign) {
    var now = clock.instant();
    boolean probe = pass.probe() && pass.epoch() == epoch;
    probing &= !probe;
    switch (sign) {
      case Sign.Nothing nothing -> {}
      case Sign.Fine fine -> {
        count(pass, now, false);
        keepIsFine |= pass.purpose() == Purpose.KEEP && pass.epoch() == epoch;
        if (probe) {
          close(now);
        }
      }
      case Sign.Trouble trouble -> {
        count(pass, now, trouble.cause() == Cause.FAILURES);
        keepIsFine &= pass.purpose() != Purpose.KEEP;
        if (probe || opens(pass, trouble, now)) {
          open(pass.purpose(), trouble, now);
        }
      }
    }
  }

  synchronized ProviderHealth health() {
    var now = clock.instant();
    long calls = shown.calls(now);
    long failures = shown.failures(now);
    if (open.isEmpty()) {
      return new ProviderHealth(
          Circuit.CLOSED, closedAt, Optional.empty(), "", Optional.empty(), true, calls, failures);
    }
    var trouble = open.get();
    return new ProviderHealth(
        now.isBefore(trouble.until()) ? Circuit.OPEN : Circuit.HALF_OPEN,
        trouble.since(),
        Optional.of(trouble.cause()),
        trouble.detail(),
        Optional.of(trouble.until()),
        keeps(trouble, Purpose.BUY, now).isEmpty(),
        calls,
        failures);
  }

  private Optional<Kept> keeps(Open trouble, Purpose purpose, Instant now) {
    var from =
        switch (purpose) {
          case BUY -> buysFrom(trouble, now);
          case KEEP -> looksFrom(trouble);
        };
    return from.isAfter(now)
        ? Optional.of(new Kept(Duration.between(now, from), "left alone: " + trouble.detail()))
        : Optional.empty();
  }

  /**
   * One purchase at a time finds out. None does where looking after fails: what is bought could not
   * be read, and of a vendor that does not answer it would not even be known what was bought.
   */
  private Instant buysFrom(Open trouble, Instant now) {
    boolean waits = probing || keepFails || trouble.of() == Purpose.KEEP;
    return waits && !now.isBefore(trouble.until()) ? now.plus(CAUTION) : trouble.until();
  }

  private Instant looksFrom(Open trouble) {
    return switch (trouble.cause()) {
      case QUOTA, BALANCE -> Instant.MIN;
      case FAILURES, ACCOUNT -> keepIsFine ? Instant.MIN : nextKeepAt;
      case PACE -> later(trouble.until(), nextKeepAt);
    };
  }

  private void count(Pass pass, Instant now, boolean failed) {
    if (pass.purpose() == Purpose.KEEP) {
      keepFails = failed;
    }
    tally(pass.purpose()).count(now, failed);
    shown.count(now, failed);
  }

  /** What was on the way when the circuit opened changes nothing, unless it is news. */
  private boolean opens(Pass pass, Sign.Trouble trouble, Instant now) {
    return trouble.cause() == Cause.FAILURES
        ? open.isEmpty() && isTooMuch(tally(pass.purpose()), now)
        : open.filter(known -> known.cause() == trouble.cause()).isEmpty();
  }

  private boolean isTooMuch(Tally tally, Instant now) {
    long failures = tally.failures(now);
    return failures >= settings.failures() && failures * 2 >= tally.calls(now);
  }

  private void open(Purpose of, Sign.Trouble trouble, Instant now) {
    boolean calm = open.isEmpty() && now.isAfter(closedAt.plus(CALM));
    trips = calm ? 1 : trips + 1;
    var since = open.filter(before -> before.cause() == trouble.cause()).map(Open::since);
    var until = now.plus(bounded(trouble, trouble.retryAfter().orElseGet(() -> pause(trouble))));
    open = Optional.of(new Open(trouble.cause(), trouble.detail(), of, since.orElse(now), until));
    epoch++;
    probing = false;
    keepIsFine = false;
    nextKeepAt = now.plus(CAUTION);
  }

  private static Duration bounded(Sign.Trouble trouble, Duration wait) {
    var longest = trouble.cause() == Cause.PACE ? LONGEST_SILENCE : LONGEST_WAIT;
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private Duration pause(Sign.Trouble trouble) {
    int first =
        switch (trouble.cause()) {
          case FAILURES, PACE, QUOTA -> 1;
          case BALANCE, ACCOUNT -> 4;
        };
    long times = Math.min(LONGEST, first * (1L << Math.min(trips - 1, 10)));
    return settings.pause().multipliedBy(times);
  }

  private void close(Instant now) {
    open = Optional.empty();
    closedAt = now;
    epoch++;
    probing = false;
    tallies.values().forEach(Tally::clear);
  }

  private Tally tally(Purpose purpose) {
    return Objects.requireNonNull(tallies.get(purpose));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
