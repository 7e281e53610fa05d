package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Currency;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * In what one vendor differs from the others that speak the protocol: data, no code.
 *
 * <p>How errors are told is no part of it: a line of text, a JSON document and an HTTP status are
 * understood from everybody, as many mix them.
 *
 * @param name as settings write it
 * @param base where its {@code handler_api.php} is; none when that must be configured
 * @param countries the resource of its country codes, see {@code CodeTable}; so with services
 * @param currency of prices and balance, unless configured otherwise
 * @param minimumCancelAge how long a number must be kept before it is taken back
 * @param lifetime how long a number is kept when the answer does not say
 * @param zone of the times that it prints without one
 * @param numbersV2 whether {@code getNumberV2} is there, which takes our reference and tells the
 *     cost; else {@code getNumber}
 * @param list whether {@code getActiveActivations} is there
 * @param history whether {@code getHistory} is there
 * @param texts where the text of an SMS is read; always one place, so that an SMS keeps its key
 * @param cancel the status that gives a number back: 8, for some -1 or 10
 * @param announces whether status 1 is sent when a number has been taken
 * @param operators whether {@code getOperators} and a chosen operator are there
 * @param reactivates whether {@code getExtraActivation} is there
 * @param parallel how many calls at once are well received when many are to be made
 * @param rate how often the vendor says it may be called
 */
public record HandlerApiDialect(
    String name,
    Optional<URI> base,
    String countries,
    String services,
    Currency currency,
    Duration minimumCancelAge,
    Duration lifetime,
    ZoneId zone,
    boolean numbersV2,
    boolean list,
    boolean history,
    TextSource texts,
    int cancel,
    boolean announces,
    boolean operators,
    boolean reactivates,
    int parallel,
    CallRate rate) {

  /** Where the text of an SMS is read. */
  public enum TextSource {
    /** Only what follows {@code STATUS_OK:}, often no more than the code. */
    STATUS,
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
    return new HandlerApiDialect(
        "vanilla",
        Optional.empty(),
        "countries-sms-activate.tsv",
        "services-sms-activate.tsv",
        Currency.USD,
        Duration.ofMinutes(2),
        Duration.ofMinutes(20),
        ZoneOffset.UTC,
        true,
        true,
        true,
        TextSource.STATUS_V2,
        8,
        false,
        true,
        true,
        8,
        CallRate.UNLIMITED);
  }

  /** HeroSMS: errors by HTTP status, texts by {@code getAllSms}, no status 1, no reactivation. */
  public static HandlerApiDialect heroSms() {
    return new HandlerApiDialect(
        "herosms",
        Optional.of(URI.create("https://hero-sms.com/stubs/handler_api.php")),
        "countries-sms-activate.tsv",
        "services-sms-activate.tsv",
        Currency.USD,
        Duration.ofMinutes(2),
        Duration.ofMinutes(20),
        ZoneOffset.UTC,
        true,
        true,
        true,
        TextSource.ALL_SMS,
        8,
        false,
        true,
        false,
        2,
        CallRate.perSecond(50)); // then it turns everything away for ten seconds
  }

  /** Every dialect there is. */
  public static List<HandlerApiDialect> all() {
    return List.of(vanilla(), heroSms());
  }

  /**
   * @throws IllegalArgumentException when there is none of this name, saying which there are
   */
  public static HandlerApiDialect named(String name) {
    return all().stream()
        .filter(dialect -> dialect.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such dialect, there are "
                        + all().stream().map(HandlerApiDialect::name).toList()));
  }

  /** What a vendor account may have otherwise than its vendor's others. */
  HandlerApiDialect with(
      Currency currency, Duration minimumCancelAge, Duration lifetime, ZoneId zone) {
    return new HandlerApiDialect(
        name,
        base,
        countries,
        services,
        currency,
        minimumCancelAge,
        lifetime,
        zone,
        numbersV2,
        list,
        history,
        texts,
        cancel,
        announces,
        operators,
        reactivates,
        parallel,
        rate);
  }

  UpstreamLimits limits() {
    return UpstreamLimits.STANDARD.withRate(rate);
  }
}
