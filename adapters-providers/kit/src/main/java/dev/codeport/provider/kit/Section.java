package dev.codeport.provider.kit;

import com.google.common.base.Splitter;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One vendor's settings, read by key and type. A blank value counts as none.
 *
 * <p>Every reading throws an {@link IllegalArgumentException} that names the key when the value is
 * missing or wrong; {@link #done} does so for keys that nobody read. For one thread.
 */
public final class Section {
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

  private final String name;
  private final Map<String, String> unread = new TreeMap<>();
  private final Map<String, String> values;
  private final Map<String, String> defaults;
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * @param name what stands before the keys in the settings, such as {@code provider.swift}
   */
  public Section(String name, Map<String, String> values) {
    this(name, values, Map.of(), values);
  }

  private Section(
      String name,
      Map<String, String> values,
      Map<String, String> defaults,
      Map<String, String> unread) {
    this.name = name;
    this.values = Map.copyOf(values);
    this.defaults = Map.copyOf(defaults);
    this.unread.putAll(unread);
  }

  /** The same, where these count for what it does not say; nobody has to read them. */
  public Section over(Map<String, String> others) {
    return new Section(name, values, others, unread);
  }

  public String text(String key) {
    return read(key).orElseThrow(() -> missing(key));
  }

  public String text(String key, String fallback) {
    return read(key).orElse(fallback);
  }

  public Secret secret(String key) {
    return Secret.of(text(key));
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  public int number(String key, int fallback, int min, int max) {
    int number = parsed(key, Integer::valueOf, "a whole number").orElse(fallback);
    if (number < min || number > max) {
      throw wrong(key, "a whole number from " + min + " to " + max);
    }
    return number;
  }

  public boolean flag(String key, boolean fallback) {
    return parsed(key, Section::truth, "true or false").orElse(fallback);
  }

  /** A length of time: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 7d}. */
  public Duration duration(String key, Duration fallback) {
    return parsed(key, Section::time, "a time such as 500ms, 10s, 2m, 1h or 7d").orElse(fallback);
  }

  /** Lengths of time with commas between. */
  public List<Duration> durations(String key, List<Duration> fallback) {
    return parsed(
            key, value -> each(value, Section::time), "times such as 30s, with commas between")
        .orElse(fallback);
  }

  /** A limit: so many per so long, such as {@code 10/1h}. */
  public Limit limit(String key, Limit fallback) {
    return parsed(key, Section::limit, "a limit such as 10/1h").orElse(fallback);
  }

  /** Limits with commas between. */
  public List<Limit> limits(String key, List<Limit> fallback) {
    return parsed(
            key, value -> each(value, Section::limit), "limits such as 10/1h, with commas between")
        .orElse(fallback);
  }

  public URI uri(String key) {
    return maybeUri(key).orElseThrow(() -> missing(key));
  }

  public URI uri(String key, URI fallback) {
    return maybeUri(key).orElse(fallback);
  }

  /** Values with commas between. */
  public List<String> list(String key) {
    return read(key).map(COMMAS::splitToList).orElse(List.of());
  }

  /** All keys that begin so, by what follows; for keys whose names are somebody else's. */
  public Map<String, String> group(String prefix) {
    var group = new TreeMap<String, String>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && key.length() > prefix.length()) {
            read(key).ifPresent(text -> group.put(key.substring(prefix.length()), text));
          }
        });
    return group;
  }

  /**
   * Anything else. {@code what} completes "must be …"; {@code parse} throws when it is not that.
   */
  public <T> T value(String key, T fallback, Function<String, T> parse, String what) {
    return parsed(key, parse, what).orElse(fallback);
  }

  /** As {@link #value(String, Object, Function, String)}, of what must be given. */
  public <T> T value(String key, Function<String, T> parse, String what) {
    return parsed(key, parse, what).orElseThrow(() -> missing(key));
  }

  /** To be called when all has been read: refuses keys that nobody asked for. */
  public void done() {
    unread.keySet().stream()
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  full(key) + " is not a setting" + nearest(key).orElse("; there are " + known));
            });
  }

  @Override
  public String toString() {
    return name + values.keySet();
  }

  private Optional<String> read(String key) {
    known.add(key);
    unread.remove(key);
    return given(values.get(key)).or(() -> given(defaults.get(key)));
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::trim).filter(text -> !text.isEmpty());
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parse, String what) {
    try {
      return read(key).map(parse);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(key, what);
    }
  }

  private Optional<URI> maybeUri(String key) {
    return parsed(key, Section::address, "an address that starts with http:// or https://");
  }

  private IllegalArgumentException missing(String key) {
    var close =
        unread.keySet().stream()
            .filter(other -> Nearness.similar(key, other))
            .findFirst()
            .map(other -> "; is " + full(other) + " meant to be it?")
            .orElse("");
    return new IllegalArgumentException(full(key) + " is missing" + close);
  }

  IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(full(key) + " must be " + what);
  }

  private Optional<String> nearest(String key) {
    return Nearness.closest(key, new ArrayList<>(known))
        .map(other -> "; did you mean " + full(other) + "?");
  }

  private String full(String key) {
    return name + "." + key;
  }

  private static <T> List<T> each(String value, Function<String, T> parse) {
    return COMMAS.splitToStream(value).map(parse).toList();
  }

  private static Limit limit(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(value);
    }
    return Limit.of(Integer.parseInt(value.substring(0, slash).trim()))
        .per(time(value.substring(slash + 1).trim()));
  }

  private static Boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static URI address(String value) {
    var uri = URI.create(value);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(value);
    }
    return uri;
  }

  private static Duration time(String value) {
    var text = value.toLowerCase(Locale.ROOT);
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : seconds(text);
  }

  private static Duration seconds(String text) {
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'd' -> Duration.ofDays(amount);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
