package dev.codeport.http.facade.handlerapi;

import dev.codeport.domain.code.Code;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.api.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How single values look to clients of the protocol. */
final class Wire {
  private static final int FEWEST_DECIMALS = 2;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("''yyyy-MM-dd HH-mm-ss''").withZone(ZoneOffset.UTC);

  private static final Map<String, Integer> NUMBERS =
      Currency.getAvailableCurrencies().stream()
          .collect(Collectors.toMap(Currency::getCurrencyCode, Currency::getNumericCode));

  private Wire() {}

  /** In UTC, without fractions. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** As a ban's end is written. */
  static String until(Instant instant) {
    return UNTIL.format(instant);
  }

  /** Exact, with two decimals or as many as it takes, never with an exponent. */
  static BigDecimal amount(Money money) {
    var plain = money.amount().stripTrailingZeros();
    return plain.setScale(Math.max(FEWEST_DECIMALS, plain.scale()));
  }

  /** ISO 4217, numeric; 0 for one that has no number. */
  static int currency(Money money) {
    return NUMBERS.getOrDefault(money.currency().code(), 0);
  }

  static Optional<String> phone(Order order) {
    return order.phone().map(PhoneNumber::digits);
  }

  static String operator(Order order) {
    return order.charge().tier().operator().map(operator -> operator.code()).orElse("any");
  }

  /** The code, or where none was recognised the whole text, on one line. */
  static String code(Inbox inbox) {
    return inbox.code().map(Code::value).orElseGet(() -> line(inbox.text()));
  }

  /** A foreign text as JSON can carry it. */
  static String text(String text) {
    return Shown.text(text);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\R", " ");
  }

  /** The numbers that stand for states in lists. */
  static String status(Order order) {
    return switch (order) {
      case Order.Placed placed -> "4";
      case Order.Active active -> "4";
      case Order.Received received -> received.awaiting() ? "3" : "2";
      case Order.Closed closed ->
          switch (closed.ending()) {
            case COMPLETED -> "6";
            case CANCELED, FAILED, REFUSED -> "8";
            case EXPIRED -> "10";
          };
    };
  }
}
