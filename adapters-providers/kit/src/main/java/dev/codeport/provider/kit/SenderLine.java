package dev.codeport.provider.kit;

import dev.codeport.domain.phone.Region;
import dev.codeport.domain.pool.ProviderHealth;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Request;

/**
 * One sender's service, called over HTTP as {@link Upstream} does it: once, within ten seconds.
 * Beside the keys, what one call must not show is kept out of its reasons: the phone, the code, the
 * text.
 *
 * <p>A service that is not there, does not answer or breaks is left alone like any vendor, and one
 * send finds out when it is well again: so nobody waits for it before the next sender is asked.
 * What it answers is no failure, even that it was asked too often or that we may not: that may be
 * about one phone only.
 */
public final class SenderLine {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Upstream upstream;

  /**
   * @param keys what no reason of any call may show
   */
  public SenderLine(Surroundings around, UpstreamLimits limits, List<String> keys) {
    this.upstream = new Upstream(around.client(), limits, keys, SenderLine::sign, around.clock());
  }

  /**
   * Has something sent: not while the service is in trouble.
   *
   * @param hidden what no reason of this call may show
   */
  public Reply send(Request request, List<String> hidden) {
    return upstream.buy(request, upstream.deadline(), hidden);
  }

  /**
   * Asks about what was sent, also while the service is in trouble, for nobody else can tell.
   *
   * @param hidden what no reason of this call may show
   */
  public Reply ask(Request request, List<String> hidden) {
    return upstream.insist(request, upstream.deadline(), hidden);
  }

  /** How the service fares by the sends made so far. */
  public ProviderHealth health() {
    return upstream.health();
  }

  private static Sign sign(Request request, Reply.Answered answer) {
    return switch (answer.status()) {
      case 408, 499 -> Sign.failed("HTTP " + answer.status()); // somebody between us gave up
      default -> answer.status() >= 500 ? Judge.byStatus(answer) : new Sign.Fine();
    };
  }

  /**
   * Reads {@code deadline}, at most ten seconds, {@code concurrency}, {@code patience}, {@code
   * circuit-failures} and {@code circuit-pause}.
   */
  public static UpstreamLimits limits(Section section) {
    var standard = UpstreamLimits.STANDARD;
    var limits =
        standard
            .withDeadline(section.duration("deadline", standard.deadline()))
            .withConcurrency(section.number("concurrency", standard.concurrency(), 1, 10_000))
            .withPatience(section.duration("patience", standard.patience()))
            .withCircuit(CircuitSettings.read(section, standard.circuit()));
    if (limits.deadline().compareTo(LONGEST) > 0) {
      throw section.wrong("deadline", "at most " + LONGEST.toSeconds() + "s");
    }
    return limits;
  }

  /** Reads {@code regions}: where it is asked to send; none for everywhere. */
  public static Set<Region> regions(Section section) {
    return section.value(
        "regions", Set.of(), SenderLine::regions, "regions such as GB, ID with commas between");
  }

  private static Set<Region> regions(String text) {
    return COMMA
        .splitAsStream(text)
        .map(iso -> new Region(iso.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
