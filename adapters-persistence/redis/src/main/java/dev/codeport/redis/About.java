package dev.codeport.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Reads what a server says of itself. */
final class About {
  private static final Pattern VERSION = Pattern.compile("(?m)^redis_version:(\\d{1,4})\\.");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private About() {}

  /** Empty when it does not say it soon. */
  static String of(Line line) {
    return line.commands()
        .info("server")
        .toCompletableFuture()
        .completeOnTimeout("", PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** The major version. */
  static Optional<Integer> version(String about) {
    var found = VERSION.matcher(about);
    return found.find() ? Optional.of(Integer.parseInt(found.group(1))) : Optional.empty();
  }

  static boolean isCluster(String about) {
    return about.contains("redis_mode:cluster");
  }
}
