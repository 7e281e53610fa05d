package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's documents, closed: exactly the keys of version 1, missing values as null. */
final class Shapes {
  static final ObjectMapper JSON = new ObjectMapper();

  private Shapes() {}

  static ArrayNode countries() {
    var list = JSON.createArrayNode();
    list.add(country(7, "id", "Indonesia", "62"));
    list.add(country(12, "gb", "United Kingdom", "44"));
    list.add(country(99, "xz", "Nowhere", "999"));
    return list;
  }

  private static ObjectNode country(int id, String code, String name, String dial) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("code", code)
        .put("name", name)
        .put("dial_code", dial)
        .putNull("emoji")
        .put("active", true);
  }

  static ArrayNode services() {
    var list = JSON.createArrayNode();
    list.add(service(3, "whatsapp", "WhatsApp"));
    list.add(service(4, "tg-messenger", "Telegram")); // known by its name alone
    list.add(service(5, "chatbox", "ChatBox"));
    return list;
  }

  private static ObjectNode service(int id, String code, String name) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("code", code)
        .put("name", name)
        .put("active", true);
  }

  static ObjectNode product(Books.Rack rack, Books.Stock stock) {
    var json =
        JSON.createObjectNode()
            .put("id", rack.product())
            .put("name", "Something - Somewhere")
            .put("country_id", rack.country())
            .put("platform_id", rack.service())
            .put("available", stock.count())
            .put("price", stock.price())
            .put("active", true)
            .put("catalog_product_id", rack.group());
    return operator(json, rack);
  }

  /** As listed and looked up. */
  static ObjectNode order(Sale sale, Instant now) {
    var json = open(sale, now);
    json.put("created_at", time(sale.createdAt)).put("product_id", sale.rack.product());
    json.put("catalog_product_id", sale.rack.group()).put("phone_number", sale.phone);
    json.put("amount", sale.price);
    json.put("canceled_at", sale.canceledAt.map(Shapes::time).orElse(null));
    return json;
  }

  /** As those who wait watch it: neither number nor money. */
  static ObjectNode open(Sale sale, Instant now) {
    var json =
        JSON.createObjectNode()
            .put("id", sale.id)
            .put("status", sale.status)
            .put("otp_code", sale.code.orElse(null))
            .put("otp_message", sale.text.orElse(null))
            .put("sms_revision", sale.revision)
            .put("otp_received_at", sale.firstSmsAt.map(Shapes::time).orElse(null))
            .put("expires_at", time(sale.expiresAt))
            .putNull("failed_reason");
    return capabilities(operator(json, sale.rack), sale, now);
  }

  /** As created, now and whenever that is repeated. */
  static ObjectNode created(List<Sale> sales, int failed, Instant now) {
    var json = JSON.createObjectNode().put("failed_count", failed);
    var orders = json.putArray("orders");
    for (var sale : sales) {
      var item =
          orders
              .addObject()
              .put("id", sale.id)
              .put("status", sale.status)
              .put("phone_number", sale.phone)
              .putNull("otp_code")
              .putNull("otp_received_at")
              .put("expires_at", time(sale.expiresAt))
              .putNull("failed_reason")
              .put("product_id", sale.rack.product())
              .put("catalog_product_id", sale.rack.group())
              .put("amount", sale.price);
      capabilities(operator(item, sale.rack), sale, now);
    }
    return json;
  }

  static String success(JsonNode data) {
    var json = JSON.createObjectNode().put("success", true);
    json.set("data", data);
    return json.toString();
  }

  static String error(String code, Map<String, Object> details) {
    var json = JSON.createObjectNode().put("success", false);
    var error = json.putObject("error").put("code", code).put("message", "Not so.");
    if (!details.isEmpty()) {
      error.set("details", JSON.valueToTree(details));
    }
    return json.toString();
  }

  private static ObjectNode operator(ObjectNode json, Books.Rack rack) {
    return json.put("operator_id", rack.operator().map(Books.Operator::id).orElse(null))
        .put("operator_name", rack.operator().map(Books.Operator::name).orElse(null));
  }

  private static ObjectNode capabilities(ObjectNode json, Sale sale, Instant now) {
    var early = sale.tooEarlyUntil(now);
    var cools = sale.coolsUntil(now);
    boolean waits = sale.isOpen() && !sale.hasSms();
    return json.put("can_finish", sale.isOpen() && sale.hasSms())
        .put("can_resend", sale.isOpen() && sale.hasSms() && cools.isEmpty())
        .put("can_cancel", waits && early.isEmpty())
        .put("can_replace", waits && early.isEmpty())
        .put("can_reactivate", sale.status.equals("COMPLETED"))
        .put("resend_available_at", text(cools))
        .put("cancel_available_at", text(early))
        .put("replace_available_at", text(early));
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Shapes::time).orElse(null);
  }

  private static String time(Instant time) {
    return time.toString().replaceFirst("Z$", "+00:00");
  }
}
