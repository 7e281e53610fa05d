package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.application.Codeport;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;
import dev.codeport.domain.pool.Lease;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The caller's activations: those that run, and those of a time. An order without a number, whose
 * vendor has not settled, has nothing to show yet.
 */
final class OrderActions {
  private static final int BLOCK = 1000;
  private static final int MOST_OPEN = 20_000;
  private static final int MOST_ROWS = 100;
  private static final int USUAL_ROWS = 50;
  private static final int FARTHEST = 10_000;
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

  private static final OrderId FIRST = new OrderId(1);

  private final Codeport codeport;
  private final CodeBook codes;
  private final InstantSource clock;

  OrderActions(Codeport codeport, CodeBook codes, InstantSource clock) {
    this.codeport = codeport;
    this.codes = codes;
    this.clock = clock;
  }

  Reply active(Caller caller, Ask ask) {
    var names = codeport.countries().stream().collect(Collectors.toMap(Country::id, Country::name));
    var open = read(caller.account(), Listing.of(Shown.OPEN), Instant.MIN, MOST_OPEN);
    var rows = open.stream().flatMap(order -> row(order, names).stream()).toList();
    return rows.isEmpty()
        ? Token.NO_ACTIVATIONS.reply()
        : Reply.json(200, new ActiveView("success", rows));
  }

  private Optional<RowView> row(Order order, Map<CountryId, String> names) {
    return Wire.phone(order).map(phone -> RowView.of(codes, order, phone, names));
  }

  /** Newest first. */
  Reply history(Caller caller, Ask ask) {
    var end = time(ask, "end").orElseGet(clock::instant);
    var start = time(ask, "start").orElse(end.minus(USUAL));
    if (start.isAfter(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw BadInput.parameter("start", "must be at most 30 days before the end");
    }
    var offset = count(ask, "offset").orElse(0);
    var limit = Math.clamp(count(ask, "limit").orElse(USUAL_ROWS), 1, MOST_ROWS);
    var all = Listing.of(Shown.ALL).before(new Listing.Place(end.plusSeconds(1), FIRST));
    var rows =
        read(caller.account(), all, start, offset + limit).stream()
            .skip(offset)
            .limit(limit)
            .map(PastView::of)
            .toList();
    return Reply.json(200, rows);
  }

  /** Newest first, block by block, until there are so many or one began before. */
  private List<Order> read(AccountId account, Listing wanted, Instant from, int most) {
    var found = new ArrayList<Order>();
    var listing = wanted;
    while (found.size() < most) {
      var block = codeport.orders(account, listing, Math.min(BLOCK, most - found.size()));
      for (var shown : block) {
        if (shown.order().terms().placedAt().isBefore(from)) {
          return found;
        }
        found.add(shown.order());
      }
      if (block.size() < BLOCK) {
        return found;
      }
      listing = listing.before(Listing.Place.of(found.getLast()));
    }
    return found;
  }

  private static Optional<Instant> time(Ask ask, String name) {
    return ask.text(name)
        .map(
            seconds -> {
              if (!SECONDS.matcher(seconds).matches()) {
                throw BadInput.parameter(name, "must be seconds since 1970");
              }
              return Instant.ofEpochSecond(Long.parseLong(seconds));
            });
  }

  private static Optional<Integer> count(Ask ask, String name) {
    return ask.text(name)
        .map(
            number -> {
              if (!COUNT.matcher(number).matches() || Integer.parseInt(number) > FARTHEST) {
                throw BadInput.parameter(name, "must be 0 to " + FARTHEST);
              }
              return Integer.valueOf(number);
            });
  }

  record ActiveView(String status, @JsonProperty("activeActivations") List<RowView> rows) {}

  @JsonNaming(LowerCamelCaseStrategy.class)
  record RowView(
      String activationId,
      @Nullable String serviceCode,
      String phoneNumber,
      BigDecimal activationCost,
      String activationStatus,
      @Nullable List<String> smsCode,
      @Nullable String smsText,
      String activationTime,
      String discount,
      String repeated,
      @Nullable String countryCode,
      @Nullable String countryName,
      String canGetAnotherSms,
      String activationOperator,
      int currency) {
    static RowView of(
        CodeBook codes, Order order, String phone, Map<CountryId, String> countryNames) {
      var key = order.charge().tier().key();
      var price = order.charge().price();
      return new RowView(
          order.id().toString(),
          codes.codeOf(key.platform()).orElse(null),
          phone,
          Wire.amount(price),
          Wire.status(order),
          order.received().map(inbox -> List.of(Wire.code(inbox))).orElse(null),
          order.received().map(Inbox::text).map(Wire::text).orElse(null),
          Wire.time(order.terms().placedAt()),
          "0.00",
          order.terms().parent().isPresent() ? "1" : "0",
          codes.codeOf(key.country()).orElse(null),
          countryNames.get(key.country()),
          order.leased().filter(Lease::canAnother).isPresent() ? "1" : "0",
          Wire.operator(order),
          Wire.currency(price));
    }
  }

  record PastView(
      long id,
      String date,
      @Nullable String phone,
      @Nullable String sms,
      BigDecimal cost,
      String status,
      int currency) {
    static PastView of(Order order) {
      var price = order.charge().price();
      return new PastView(
          order.id().value(),
          Wire.time(order.terms().placedAt()),
          Wire.phone(order).orElse(null),
          order
              .received()
              .map(Inbox::text)
              .filter(text -> !text.isEmpty())
              .map(Wire::text)
              .orElse(null),
          Wire.amount(price),
          Wire.status(order),
          Wire.currency(price));
    }
  }
}
