package dev.codeport.http.webhook;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.webhook.News;
import dev.codeport.http.server.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as Standard Webhooks: type, timestamp, data. Only of what never changes once the event has
 * happened, so that every attempt has the same bytes; what may change is left to be asked for.
 */
final class StandardNews {
  private final Atlas atlas;

  StandardNews(Atlas atlas) {
    this.atlas = atlas;
  }

  byte[] body(News news) {
    var event = news.event().event();
    var data =
        new Data(
            news.event().number(),
            order(news.order(), isSettled(event.type())),
            reason(news),
            sms(news));
    return Json.write(new Message(event.type().publicName(), event.at().toString(), data));
  }

  byte[] test(Instant now) {
    return Json.write(new Message("webhook.test", now.toString(), new TestText("test event")));
  }

  /**
   * Whether the order keeps its number and price from this event on. Before, it may still move to
   * another number, so that neither belongs into what has to stay the same.
   */
  private static boolean isSettled(Event.Type type) {
    return switch (type) {
      case ORDER_ACTIVATED, ORDER_MOVED, ORDER_REFUSED -> false;
      case SMS_RECEIVED,
          LATE_SMS_RECEIVED,
          ANOTHER_CODE_REQUESTED,
          ORDER_COMPLETED,
          ORDER_CANCELED,
          ORDER_EXPIRED ->
          true;
    };
  }

  private OrderData order(Order order, boolean settled) {
    var key = order.charge().tier().key();
    return new OrderData(
        order.id().value(),
        atlas.country(key.country()).map(Country::iso).orElse(null),
        atlas.platform(key.platform()).map(Platform::slug).orElse(null),
        order.terms().placedAt().toString(),
        settled ? number(order) : null);
  }

  private static NumberData number(Order order) {
    var price = order.charge().price();
    return new NumberData(
        orNull(order.phone().map(PhoneNumber::e164)),
        orNull(order.charge().tier().operator().map(Operator::code)),
        new Price(price.amount().stripTrailingZeros().toPlainString(), price.currency().code()),
        orNull(order.leased().map(lease -> lease.expiresAt().toString())));
  }

  /** Why an order that ended failed. */
  private static @Nullable String reason(News news) {
    return switch (news.event().event().type()) {
      case ORDER_CANCELED, ORDER_REFUSED ->
          news.order() instanceof Order.Closed closed ? orNull(closed.reason()) : null;
      case ORDER_ACTIVATED,
          ORDER_MOVED,
          SMS_RECEIVED,
          LATE_SMS_RECEIVED,
          ANOTHER_CODE_REQUESTED,
          ORDER_COMPLETED,
          ORDER_EXPIRED ->
          null;
    };
  }

  private static @Nullable SmsData sms(News news) {
    return orNull(news.sms().map(StandardNews::sms));
  }

  private static SmsData sms(Sms sms) {
    return new SmsData(
        sms.revision(),
        orNull(sms.code().map(Code::value)),
        wellFormed(sms.text()),
        sms.receivedAt().toString(),
        sms.late());
  }

  private static String wellFormed(String text) {
    var whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.isPresent() ? value.get() : null;
  }

  record Message(String type, String timestamp, Object data) {}

  /**
   * @param event its number among the account's events, as the streams number them
   */
  record Data(long event, OrderData order, @Nullable String reason, @Nullable SmsData sms) {}

  /**
   * @param number from the first SMS or the end on
   */
  record OrderData(
      long id,
      @Nullable String country,
      @Nullable String platform,
      String placedAt,
      @Nullable NumberData number) {}

  record NumberData(
      @Nullable String phoneNumber,
      @Nullable String operator,
      Price price,
      @Nullable String expiresAt) {}

  record Price(String amount, String currency) {}

  record SmsData(
      int revision, @Nullable String code, String text, String receivedAt, boolean late) {}

  record TestText(String message) {}
}
