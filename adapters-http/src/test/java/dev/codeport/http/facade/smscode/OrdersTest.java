package dev.codeport.http.facade.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;
import dev.codeport.http.FakeCodeport.Listed;
import dev.codeport.http.Given;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void shows_a_waiting_order_with_all_its_keys() {
    served.codeport.orders = List.of(Given.shown(Given.active(511)));

    var order = served.api.get("/v1/orders/511").data();

    assertEquals(
        "{\"id\":511,\"status\":\"ACTIVE\",\"created_at\":\"2031-01-02T03:00:00+00:00\","
            + "\"product_id\":1024,\"catalog_product_id\":88,\"operator_id\":null,"
            + "\"operator_name\":null,\"phone_number\":\"+628110001511\",\"amount\":7500,"
            + "\"otp_code\":null,\"otp_message\":null,\"sms_revision\":0,\"otp_received_at\":null,"
            + "\"expires_at\":\"2031-01-02T03:20:00+00:00\",\"canceled_at\":null,"
            + "\"failed_reason\":null,\"can_finish\":false,\"can_resend\":false,"
            + "\"can_cancel\":false,\"can_replace\":false,\"can_reactivate\":false,"
            + "\"resend_available_at\":null,"
            + "\"cancel_available_at\":\"2031-01-02T03:02:00+00:00\","
            + "\"replace_available_at\":\"2031-01-02T03:02:00+00:00\"}",
        order.toString());
  }

  @Test
  void shows_an_unsettled_order_without_number_and_without_any_capability() {
    served.codeport.orders = List.of(Given.shown(Given.unsettled(511)));

    var order = served.api.get("/v1/orders/511").data();

    assertEquals("ACTIVE", order.get("status").textValue());
    assertTrue(order.get("phone_number").isNull());
    for (var can : List.of("finish", "resend", "cancel", "replace", "reactivate")) {
      assertEquals(false, order.get("can_" + can).booleanValue(), can);
    }
    assertTrue(order.get("cancel_available_at").isNull());
  }

  @Test
  void keeps_the_code_when_another_sms_has_none_and_moves_only_the_message() {
    served.codeport.orders = List.of(Given.shown(Given.receivedTwice(511)));

    var order = served.api.get("/v1/orders/511").data();

    assertEquals("OTP_RECEIVED", order.get("status").textValue());
    assertEquals("480215", order.get("otp_code").textValue());
    assertEquals("welcome", order.get("otp_message").textValue());
    assertEquals(2, order.get("sms_revision").intValue());
    assertEquals("2031-01-02T03:01:10+00:00", order.get("otp_received_at").textValue());
  }

  @Test
  void shows_an_order_that_awaits_another_code_as_active_with_the_old_code() {
    var soon = Given.NOW.plusSeconds(90);
    served.codeport.orders = List.of(Given.shown(Given.awaiting(511), soon));

    var order = served.api.get("/v2/orders/511").data();

    assertEquals("ACTIVE", order.get("status").textValue());
    assertEquals("480215", order.get("otp_code").textValue());
    assertEquals(true, order.get("can_finish").booleanValue());
    assertEquals(false, order.get("can_cancel").booleanValue());
    assertEquals("2031-01-02T03:02:20+00:00", order.get("resend_available_at").textValue());
  }

  @ParameterizedTest
  @CsvSource({"511,COMPLETED", "512,CANCELED", "513,EXPIRED", "514,CANCELED"})
  void projects_every_ending(int id, String status) {
    served.codeport.orders =
        List.of(
            Given.shown(Given.received(511).complete(Given.NOW).order()),
            Given.shown(Given.active(512).cancel(Given.NOW).order()),
            Given.shown(Given.active(513).expire(Given.NOW).order()),
            Given.shown(Given.unsettled(514).fail("no number", Given.NOW).order()));

    var order = served.api.get("/v1/orders/" + id).data();

    assertEquals(status, order.get("status").textValue());
    assertEquals(!status.equals("CANCELED"), order.get("canceled_at").isNull());
    assertEquals(id != 514, order.get("failed_reason").isNull());
    assertEquals(status.equals("COMPLETED"), order.get("can_reactivate").booleanValue());
  }

  @Test
  void names_the_operator_of_the_tier_that_was_taken() {
    served.codeport.orders = List.of(Given.shown(Given.activeAt(511, "telko")));

    var order = served.api.get("/v2/orders").data().get(0);

    assertEquals(42, order.get("operator_id").intValue());
    assertEquals("Telko", order.get("operator_name").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"512", "0", "-1", "abc", "4294967807", "99999999999999999999", "%35", "5.0"})
  void finds_no_order_of_another_id(String id) {
    served.codeport.orders = List.of(Given.shown(Given.active(511)));

    assertEquals("NOT_FOUND", served.api.get("/v1/orders/" + id).code());
    assertEquals("NOT_FOUND", served.api.get("/v2/orders/" + id).code());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,ALL,20,0",
        "?status=,ALL,20,0",
        "?status=active&limit=0,WAITING,1,0",
        "?status=Otp_Received&limit=500,RECEIVED,100,0",
        "?status=COMPLETED&offset=5,COMPLETED,20,5",
        "?status=CANCELED&offset=-7,CANCELED,20,0",
        "?status=EXPIRED,EXPIRED,20,0",
      })
  void lists_what_was_asked_for(String query, Shown shown, int limit, long offset) {
    served.api.get("/v1/orders" + (query == null ? "" : query));

    assertEquals(List.of(new Listed(shown, limit, offset)), served.codeport.asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status=BOGUS", "limit=ten", "offset=1.0", "status=active&status=expired"})
  void refuses_a_bad_list(String query) {
    assertEquals("VALIDATION_ERROR", served.api.get("/v1/orders?" + query).code());
    assertEquals("VALIDATION_ERROR", served.api.get("/v2/orders?" + query).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v2"})
  void lists_open_orders_without_money(String version) {
    served.codeport.orders =
        List.of(Given.shown(Given.received(512)), Given.shown(Given.active(511)));

    var orders = served.api.get(version + "/orders/active").data();

    assertEquals(
        List.of(512, 511),
        List.of(orders.get(0).get("id").intValue(), orders.get(1).get("id").intValue()));
    assertEquals(18, orders.get(0).size());
  }

  @Test
  void lists_more_open_orders_than_fit_in_one_block() {
    var many =
        java.util.stream.LongStream.rangeClosed(1, 1000)
            .mapToObj(id -> Given.shown((Order) Given.active(id)))
            .toList();
    served.codeport.orders = many;

    assertEquals(1000, served.api.get("/v1/orders/active").data().size());
    assertEquals(2, served.codeport.asked.size());
  }

  @Test
  void replaces_half_a_surrogate_pair_in_a_message() {
    var sms = Given.sms(511, 1, "480215");
    var broken =
        new dev.codeport.domain.order.Sms(
            sms.order(), 1, "k", "\uD83D 480215", sms.code(), "r", sms.receivedAt(), false);
    served.codeport.orders =
        List.of(Given.shown(Given.active(511).receive(broken, Given.NOW).order()));

    var order = served.api.get("/v1/orders/511").data();

    assertEquals("\uFFFD 480215", order.get("otp_message").textValue());
  }

  @Test
  void shows_fractions_of_seconds_as_they_are() {
    var now = Given.NOW.plus(Duration.ofNanos(123_456_000));
    served.codeport.orders = List.of(Given.shown(Given.active(511).cancel(now).order()));

    var order = served.api.get("/v1/orders/511").data();

    assertEquals("2031-01-02T03:00:00.123456+00:00", order.get("canceled_at").textValue());
  }
}
