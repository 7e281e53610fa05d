package dev.codeport.http.api;

import dev.codeport.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How single values look outside. */
public final class Shown {
  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  /** RFC 3339. */
  public static String time(Instant instant) {
    return instant.toString();
  }

  public static @Nullable String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  /** Foreign text as it can be sent: half a surrogate pair becomes a replacement character. */
  public static String text(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  public static @Nullable String text(Optional<String> text) {
    return text.map(Shown::text).orElse(null);
  }

  public static MoneyView money(Money money) {
    return new MoneyView(Views.amount(money), money.currency().code());
  }

  /**
   * @param amount a decimal number, exact
   */
  public record MoneyView(String amount, String currency) {}
}
