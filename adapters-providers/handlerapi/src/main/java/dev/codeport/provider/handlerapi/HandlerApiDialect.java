package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Currency;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.UpstreamLimits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * In what one vendor differs from the others that speak the protocol: data, no code. Each vendor we
 * know is a resource; {@code vanilla.properties} says what every key means.
 *
 * <p>How errors are told is no part of it: a line of text, a JSON document and an HTTP status are
 * understood from everybody, as many mix them.
 *
 * @param name as settings write it
 * @param countries the resource of its country codes, see {@code CodeTable}; so with services
 * @param currency of prices and balance
 * @param minimumCancelAge how long a number must be kept before it is taken back
 * @param lifetime how long a number is kept when the answer does not say
 * @param zone of the times that it prints without one
 * @param numbersV2 whether {@code getNumberV2} is there, which tells the cost; else {@code
 *     getNumber}
 * @param references whether it takes our reference
 * @param suppliers whether it lets one choose among its own suppliers
 * @param list whether {@code getActiveActivations} is there
 * @param history whether {@code getHistory} is there
 * @param prices where prices of one country and service are read by steps, if anywhere
 * @param texts where the text of an SMS is read; always one place, so that an SMS keeps its key
 * @param cancel the status that gives a number back: 8, for some -1 or 10
 * @param announces whether status 1 is sent when a number has been taken
 * @param operators whether {@code getOperators} and a chosen operator are there
 * @param reactivates whether {@code getExtraActivation} is there
 * @param hidesBadKey whether it says {@code BAD_ACTION} to a wrong key
 * @param parallel how many calls at once are well received when many are to be made
 * @param limits what is known of how much it may be asked
 */
public record HandlerApiDialect(
    String name,
    String countries,
    String services,
    Currency currency,
    Duration minimumCancelAge,
    Duration lifetime,
    ZoneId zone,
    boolean numbersV2,
    boolean references,
    boolean suppliers,
    boolean list,
    boolean history,
    PriceSource prices,
    TextSource texts,
    int cancel,
    boolean announces,
    boolean operators,
    boolean reactivates,
    boolean hidesBadKey,
    int parallel,
    UpstreamLimits limits) {

  /**
   * Where the price of one country and service is read before a sale. The whole list is always
   * {@code getPrices}; where another source is named, what that says is taken for a step that
   * others may stand below or above.
   */
  public enum PriceSource {
    /** {@code getPrices}, which may show steps or one price. */
    V1,
    /** {@code getPricesV2}: how many there are at each price. */
    V2,
    /** {@code getPricesV3}: what each of the vendor's suppliers has, and at which price. */
    V3,
    /** {@code /api/v1/activations/offers/sms}, HeroSMS' own: how many at each price. */
    OFFERS
  }

  /** Where the text of an SMS is read. */
  public enum TextSource {
    /** Only what follows {@code STATUS_OK:}, often no more than the code. */
    STATUS,
    /** The same, asked for with {@code full_text}. */
    FULL_TEXT,
    /** {@code getFullSms}, a line of text. */
    FULL_SMS,
    /** {@code getStatusV2}, the newest SMS with its time. */
    STATUS_V2,
    /** {@code getAllSms}, every SMS with an id of its own. */
    ALL_SMS
  }

  public HandlerApiDialect {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one call at a time");
    }
  }

  /** As SMS-Activate spoke it. */
  public static HandlerApiDialect vanilla() {
    return named(Profiles.VANILLA);
  }

  /**
   * @throws IllegalArgumentException when there is none of this name, saying which there are; or
   *     when its accounts have currencies of their own
   */
  public static HandlerApiDialect named(String name) {
    return read(new Section("vendor " + name, Map.of("vendor", name)));
  }

  /** The name of every dialect there is. */
  public static List<String> names() {
    return Profiles.NAMES;
  }

  /** The vendor that the section names, and what the section says otherwise of it. */
  static HandlerApiDialect read(Section section) {
    return readAll(Profiles.below(section));
  }

  /** From a section in which everything is said. */
  static HandlerApiDialect readAll(Section all) {
    return new HandlerApiDialect(
        all.text("vendor", Profiles.VANILLA),
        table(all, "countries"),
        table(all, "services"),
        all.value("currency", Currency::new, "a code such as USD or RUB"),
        all.duration("cancel-age", Duration.ZERO),
        all.duration("lifetime", Duration.ZERO),
        all.value("time-zone", HandlerApiDialect::zone, "a time zone"),
        all.value("numbers", HandlerApiDialect::isV2, "v1 or v2"),
        all.flag("references", false),
        all.flag("suppliers", false),
        all.flag("list", false),
        all.flag("history", false),
        all.value("prices", word -> PriceSource.valueOf(upper(word)), "v1, v2, v3 or offers"),
        all.value("texts", word -> TextSource.valueOf(upper(word)), "one of " + sources()),
        all.number("cancel", 8, -1, 99),
        all.flag("announces", false),
        all.flag("operators", false),
        all.flag("reactivates", false),
        all.flag("bad-action-hides-bad-key", false),
        all.number("parallel", 1, 1, 100),
        UpstreamLimits.read(all, UpstreamLimits.STANDARD));
  }

  private static String table(Section all, String kind) {
    return all.value(
        kind,
        word -> CodeFile.existing(kind + "-" + word + ".tsv"),
        "a table such as sms-activate");
  }

  private static Boolean isV2(String version) {
    return switch (version) {
      case "v1" -> false;
      case "v2" -> true;
      default -> throw new IllegalArgumentException(version);
    };
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String> sources() {
    return Arrays.stream(TextSource.values())
        .map(source -> source.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
