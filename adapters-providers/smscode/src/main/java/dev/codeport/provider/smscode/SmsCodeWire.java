package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.phone.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What stands in the protocol's answers, with whatever of it is there; what else is, is ignored.
 */
final class SmsCodeWire {
  private static final Pattern OPERATOR = Pattern.compile("[\\p{L}\\p{N}][^\\p{C}]{0,63}");

  private SmsCodeWire() {}

  /**
   * A country, or a service.
   *
   * @param code lower case: ISO alpha-2, or a slug
   * @param name lower case
   */
  record Named(Optional<String> id, Optional<String> code, Optional<String> name) {
    static Named of(JsonNode json) {
      return new Named(Fields.id(json, "id"), lower(json, "code"), lower(json, "name"));
    }
  }

  /**
   * A tier in stock.
   *
   * @param group the catalogue product that it belongs to
   * @param operator lower case; none for any
   */
  record Product(
      Optional<String> group,
      Optional<String> country,
      Optional<String> service,
      Optional<String> operatorId,
      Optional<String> operator,
      Optional<BigDecimal> price,
      Optional<Integer> available) {
    static Product of(JsonNode json) {
      return new Product(
          Fields.id(json, "catalog_product_id"),
          Fields.id(json, "country_id"),
          Fields.id(json, "platform_id"),
          Fields.id(json, "operator_id"),
          SmsCodeWire.operator(json),
          Fields.amount(json, "price").filter(price -> price.signum() > 0),
          Fields.count(json, "available"));
    }
  }

  /**
   * An order in any of its shapes: as created, looked up, or among the open ones.
   *
   * @param status upper case; empty when it is missing
   * @param text of the newest SMS
   * @param code the last that was recognised, perhaps that of an earlier SMS
   * @param revision how many SMS came
   * @param firstSmsAt when the first came
   */
  record Order(
      Optional<String> id,
      String status,
      Optional<String> group,
      Optional<PhoneNumber> phone,
      Optional<BigDecimal> amount,
      Optional<String> operator,
      Optional<String> text,
      Optional<String> code,
      Optional<Integer> revision,
      Optional<Instant> firstSmsAt,
      Optional<Instant> createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> cancelableFrom,
      boolean canCancel) {
    static Order of(JsonNode json) {
      return new Order(
          Fields.id(json, "id"),
          Fields.word(json, "status").map(SmsCodeWire::upper).orElse(""),
          Fields.id(json, "catalog_product_id"),
          Fields.phone(json, "phone_number"),
          Fields.amount(json, "amount").filter(amount -> amount.signum() >= 0),
          SmsCodeWire.operator(json),
          text(json),
          Fields.word(json, "otp_code"),
          Fields.count(json, "sms_revision"),
          Fields.time(json, "otp_received_at"),
          Fields.time(json, "created_at"),
          Fields.time(json, "expires_at"),
          Fields.time(json, "cancel_available_at"),
          json.path("can_cancel").asBoolean(false));
    }

    /** As it came, without regard to white space at its ends. */
    private static Optional<String> text(JsonNode json) {
      var text = json.path("otp_message");
      return text.isTextual() && !text.textValue().isBlank()
          ? Optional.of(text.textValue())
          : Optional.empty();
    }

    /** Whether an SMS ever came. */
    boolean hasSms() {
      return firstSmsAt.isPresent()
          || code.isPresent()
          || text.isPresent()
          || revision.filter(count -> count > 0).isPresent();
    }
  }

  static List<Named> named(JsonNode list) {
    return elements(list, Named::of);
  }

  static List<Product> products(JsonNode list) {
    return elements(list, Product::of);
  }

  static List<Order> orders(JsonNode list) {
    return elements(list, Order::of);
  }

  private static <T> List<T> elements(JsonNode list, Function<JsonNode, T> read) {
    var elements = new ArrayList<T>();
    list.forEach(element -> elements.add(read.apply(element)));
    return List.copyOf(elements);
  }

  private static Optional<String> operator(JsonNode json) {
    return lower(json, "operator_name")
        .filter(name -> OPERATOR.matcher(name).matches())
        .filter(name -> !name.equals("any"));
  }

  private static Optional<String> lower(JsonNode json, String name) {
    return Fields.word(json, name).map(word -> word.toLowerCase(Locale.ROOT));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
