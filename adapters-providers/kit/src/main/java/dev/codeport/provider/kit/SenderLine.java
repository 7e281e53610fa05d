package dev.codeport.provider.kit;

import dev.codeport.domain.phone.Region;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * One sender's service, called over HTTP as {@link Upstream} does it: once, within ten seconds.
 * Beside the keys, what one call must not show is kept out of its reasons: the phone, the code, the
 * text.
 */
public final class SenderLine {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Upstream upstream;

  /**
   * @param keys what no reason of any call may show
   */
  public SenderLine(OkHttpClient client, UpstreamLimits limits, List<String> keys) {
    this.upstream = new Upstream(client, limits, keys);
  }

  /**
   * @param hidden what no reason of this call may show
   */
  public Reply call(Request request, List<String> hidden) {
    return switch (upstream.call(request, upstream.deadline())) {
      case Reply.NotSent notSent ->
          new Reply.NotSent(new Redaction(hidden).apply(notSent.reason()));
      case Reply.Lost lost -> new Reply.Lost(new Redaction(hidden).apply(lost.reason()));
      case Reply.Answered answered -> answered;
    };
  }

  /** Reads {@code deadline}, at most ten seconds, {@code concurrency} and {@code patience}. */
  public static UpstreamLimits limits(Section section) {
    var standard = UpstreamLimits.STANDARD;
    var limits =
        standard
            .withDeadline(section.duration("deadline", standard.deadline()))
            .withConcurrency(section.number("concurrency", standard.concurrency(), 1, 10_000))
            .withPatience(section.duration("patience", standard.patience()));
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
