package dev.codeport.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.order.Sms;
import dev.codeport.http.FakeCodeport;
import dev.codeport.http.Given;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in to our own API, and what every answer tells. */
class CustomerGateTest {
  private final Served served = Served.start();
  private final Own api = Own.over(served.api);
  private final Own stranger = Own.over(served.stranger);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void a_key_is_taken_as_bearer_token_or_in_a_header_of_its_own() {
    assertEquals(200, api.get("/api/wallet").status());
    assertEquals(200, stranger.with("X-API-Key", Served.KEY).get("/api/wallet").status());
    assertEquals(401, stranger.get("/api/wallet").status());
    assertEquals(401, stranger.with("X-API-Key", "cp_other").get("/api/wallet").status());
    assertEquals(400, api.with("X-API-Key", Served.KEY).get("/api/wallet").status());
    assertEquals("Bearer", stranger.get("/api/wallet").header("WWW-Authenticate").orElse(""));
  }

  @Test
  void every_answer_to_a_limited_key_says_what_is_left() {
    served.decision = new Decision.Granted(290);
    for (var path : List.of("/api/wallet", "/api/orders/1", "/api/orders?limit=0")) {
      var answer = api.get(path);
      assertEquals("\"read\";q=300;w=60", answer.header("RateLimit-Policy").orElse(""), path);
      assertEquals("\"read\";r=290;t=2", answer.header("RateLimit").orElse(""), path);
    }
    served.codeport.place =
        command -> {
          throw new IllegalStateException("broken on purpose");
        };
    var broken = api.keyed("k").post("/api/orders", "{\"product_id\":88}");

    assertEquals(500, broken.status());
    assertEquals("\"change\";q=60;w=60", broken.header("RateLimit-Policy").orElse(""));
  }

  @Test
  void who_asks_too_often_is_told_when_to_come_back() {
    served.decision = new Decision.Denied(Duration.ofMillis(2100));

    var answer = api.get("/api/wallet");

    assertEquals(429, answer.status());
    assertEquals("3", answer.header("Retry-After").orElse(""));
    assertEquals("\"read\";r=0;t=3", answer.header("RateLimit").orElse(""));
    assertEquals("read", answer.json().at("/violated-policies/0").textValue());
  }

  @Test
  void a_key_without_limit_is_told_none() {
    served.decision = new Decision.Denied(Duration.ofMillis(2100));
    var account =
        new Account(
            Given.ACCOUNT,
            "Test",
            Given.NOW,
            false,
            Set.of(Account.Exemption.RATE_LIMIT),
            Optional.empty());
    served.codeport.authenticate =
        key -> Optional.of(new ApiKey.Holder(Given.key(Given.ACCOUNT, "x"), account));

    var answer = api.get("/api/wallet");

    assertEquals(200, answer.status());
    assertEquals(Optional.empty(), answer.header("RateLimit"));
    assertEquals(Optional.empty(), answer.header("RateLimit-Policy"));
  }

  @Test
  void late_messages_are_marked_and_broken_letters_replaced() {
    served.codeport.orders = List.of(Given.shown(Given.received(5)));
    var sms = Given.sms(5, 2, "480215");
    served.codeport.messages =
        List.of(
            new Sms(
                sms.order(), 2, "k", "half \uD83D of it", sms.code(), "vendor", Given.NOW, true));

    var message = api.get("/api/orders/5/messages").json().at("/messages/0");

    assertEquals(true, message.get("late").booleanValue());
    assertEquals("vendor", message.get("rule").textValue());
    assertEquals("half \uFFFD of it", message.get("text").textValue());
  }

  @Test
  void problems_need_no_key_and_unknown_ones_are_none() {
    assertTrue(stranger.get("/api/problems").json().get("problems").size() > 10);
    assertEquals(404, stranger.get("/api/problems/nothing-of-the-kind").status());
    assertEquals(200, stranger.get("/api/openapi.json").status());
    assertEquals(FakeCodeport.class, served.codeport.getClass());
  }
}
