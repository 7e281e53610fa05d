package dev.codeport.http.console;

import dev.codeport.domain.account.Session.Part;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page, and how anything is said and written on it: every template has one.
 *
 * @param title in the visitor's language
 * @param section the menu's line that leads here; none for pages outside of the menu
 * @param part whose menu it is; none where nobody has signed in
 * @param name who has signed in
 * @param token what a form of this visit carries in its hidden field {@code token}
 * @param here the page's own address, to come back to
 * @param now the time at which the page was made
 * @param sandbox whether no real SMS is involved
 */
public record Frame(
    Texts texts,
    Theme theme,
    String title,
    Optional<Section> section,
    Optional<Part> part,
    String name,
    String token,
    String here,
    Instant now,
    boolean sandbox,
    Optional<Notice> notice) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ISO_INSTANT;

  public String say(String key, Object... with) {
    return texts.say(key, with);
  }

  public List<Section> menu() {
    return part.map(whose -> Section.of(whose, sandbox)).orElse(List.of());
  }

  public boolean isAt(Section other) {
    return section.filter(other::equals).isPresent();
  }

  public List<Texts> languages() {
    return Texts.all();
  }

  public List<Theme> themes() {
    return List.of(Theme.values());
  }

  public String asset(String name) {
    return Assets.address(name);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(texts.locale()).format(number);
  }

  /** Its currency and every decimal that it has. */
  public String money(Money money) {
    return money.currency().code() + "\u00A0" + amount(money);
  }

  public String amount(Money money) {
    var exact = money.amount().stripTrailingZeros();
    var format = NumberFormat.getNumberInstance(texts.locale());
    format.setMaximumFractionDigits(Math.max(0, exact.scale()));
    format.setMinimumFractionDigits(exact.scale() == 1 ? 2 : Math.max(0, exact.scale()));
    return format.format(exact);
  }

  /**
   * @param share 0 to 1
   */
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(texts.locale());
    return format.format(BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_EVEN));
  }

  /** For people, in UTC and saying so; the script puts it into the visitor's own zone. */
  public String time(Instant instant) {
    var format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneOffset.UTC);
    return format.format(instant) + " UTC";
  }

  /** For the {@code datetime} of a {@code <time>}. */
  public String stamp(Instant instant) {
    return STAMP.format(instant);
  }

  /** In minutes and seconds, or hours and minutes. */
  public String duration(Duration duration) {
    var whole = Math.max(0, duration.toSeconds());
    return whole < 3_600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3_600, whole / 60 % 60, whole % 60);
  }
}
