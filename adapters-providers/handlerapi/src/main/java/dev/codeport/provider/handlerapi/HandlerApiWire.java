package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.LeaseNews.State;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The protocol's documents, with whatever of them is there. */
final class HandlerApiWire {
  private static final Set<String> GIVEN_BACK = Set.of("7", "8", "10");

  private HandlerApiWire() {}

  /** Answer of {@code getNumberV2}. */
  record Leased(
      Optional<String> id,
      Optional<PhoneNumber> phone,
      Optional<BigDecimal> cost,
      Optional<Currency> currency,
      Optional<Boolean> canAnother,
      Optional<String> operator,
      Optional<String> endsAt) {
    static Leased of(JsonNode json) {
      return new Leased(
          Fields.id(json, "activationId", "id"),
          Fields.phone(json, "phoneNumber", "phone", "number"),
          Fields.amount(json, "activationCost", "cost", "price"),
          Fields.currency(json),
          Fields.truth(json, "canGetAnotherSms"),
          Fields.text(json, "activationOperator", "operator").filter(name -> !name.equals("any")),
          Fields.text(json, "activationEndTime"));
    }
  }

  /**
   * A row of {@code getActiveActivations} or {@code getHistory}.
   *
   * @param sms a text or, without one, a code: that there is one
   */
  record Row(
      Optional<String> id,
      Optional<PhoneNumber> phone,
      Optional<BigDecimal> cost,
      Optional<String> service,
      Optional<String> country,
      String status,
      Optional<String> startedAt,
      Optional<String> reference,
      Optional<String> sms,
      String looks,
      Optional<Boolean> canAnother,
      Optional<String> operator) {
    static Row of(JsonNode json) {
      return new Row(
          Fields.id(json, "activationId", "id"),
          Fields.phone(json, "phoneNumber", "phone"),
          Fields.amount(json, "activationCost", "cost"),
          Fields.text(json, "serviceCode", "service"),
          Fields.text(json, "countryCode", "country"),
          Fields.text(json, "activationStatus", "status").orElse(""),
          Fields.text(json, "activationTime", "date", "createDate"),
          Fields.text(json, "orderId"),
          Fields.first(json, "smsText", "sms", "smsCode"),
          looks(json),
          Fields.truth(json, "canGetAnotherSms"),
          Fields.text(json, "activationOperator", "operator").filter(name -> !name.equals("any")));
    }

    /** What changes in it when an SMS comes or is asked for, told by a hash. */
    private static String looks(JsonNode json) {
      var parts = json.path("activationStatus") + "/" + json.path("smsCode") + json.path("smsText");
      return Hashing.sha256().hashString(parts, StandardCharsets.UTF_8).toString();
    }

    /**
     * How it ended, if it did. The numbers of the statuses differ among vendors but for these; with
     * another one, an SMS tells that it was paid for.
     */
    State end() {
      boolean paid = status.equals("6") || (sms.isPresent() && !GIVEN_BACK.contains(status));
      return paid ? State.FINISHED : State.CANCELED;
    }
  }

  /** An SMS in {@code getStatusV2} or {@code getAllSms}. */
  record Sms(
      Optional<String> id, Optional<String> text, Optional<String> code, Optional<String> at) {
    static Sms of(JsonNode json) {
      return new Sms(
          Fields.id(json, "id"),
          Fields.text(json, "text"),
          Fields.text(json, "code"),
          Fields.text(json, "dateTime", "date"));
    }

    /** One of which there is only the text. */
    static Sms of(String text) {
      return new Sms(
          Optional.empty(),
          Optional.of(text).filter(some -> !some.isBlank()),
          Optional.empty(),
          Optional.empty());
    }

    boolean isEmpty() {
      return text.isEmpty() && code.isEmpty();
    }
  }

  /** The rows of {@code getActiveActivations}, wherever this vendor has put them. */
  static List<Row> active(JsonNode json) {
    var data = json.path("data");
    var table = json.path("activeActivations");
    var rows = table.path("rows");
    var list = json.isArray() ? json : data.isArray() ? data : rows.isArray() ? rows : table;
    return Fields.elements(list).map(Row::of).toList();
  }

  static List<Row> history(JsonNode json) {
    var data = json.path("data");
    return Fields.elements(data.isContainerNode() ? data : json).map(Row::of).toList();
  }

  /** The SMS of {@code getStatusV2}: under {@code sms} or {@code data}, one or several. */
  static List<Sms> smsOfStatus(JsonNode json) {
    var sms = json.path("sms").isContainerNode() ? json.path("sms") : json.path("data");
    return (sms.isArray() ? Fields.elements(sms) : Stream.of(sms))
        .map(Sms::of)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  static List<Sms> allSms(JsonNode json) {
    return Fields.elements(json.path("data")).map(Sms::of).filter(each -> !each.isEmpty()).toList();
  }
}
