package dev.codeport.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.limit.Decision;
import dev.codeport.http.Api;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.FakeCodeport;
import dev.codeport.http.Given;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Served;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open to anybody: health, figures, the sandbox. */
class DoorsTest {
  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void tells_whether_it_lives_and_whether_it_can_work() {
    assertEquals(200, send("GET", "/healthz", "").status());
    assertEquals(200, send("GET", "/readyz", "").status());

    served.ready = false;

    assertEquals(200, send("GET", "/healthz", "").status());
    assertEquals(503, send("GET", "/readyz", "").status());
  }

  @Test
  void shows_its_figures_as_prometheus_reads_them() {
    var answer = send("GET", "/metrics", "");

    assertEquals("codeport_up 1\n", answer.body());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type").orElse(""));
  }

  @Test
  void tells_the_observer_the_template_and_never_the_path() {
    served.api.get("/v1/orders/511");
    send("GET", "/secret/token", "");
    send("BREW", "/v1/balance", "");
    served.api.send("POST", "/v1/orders/511", "");

    assertEquals(
        List.of(
            "GET /v1/orders/:id 404",
            "GET unmatched 404",
            "OTHER /v1/balance 405",
            "POST /v1/orders/:id 405"),
        served.observed);
  }

  @Test
  void makes_an_sms_arrive_and_ignores_what_it_does_not_know() {
    var body = "{\"phone_number\":\"%s\",\"text\":\"code 1\",\"expected\":\"1\",\"n\":[1.5]}";

    assertEquals(200, send("POST", "/sandbox/messages", body.formatted("+628110000511")).status());
    assertEquals(200, send("POST", "/sandbox/messages", body.formatted("628110000511")).status());
    assertEquals(404, send("POST", "/sandbox/messages", body.formatted("+628110000999")).status());
    assertEquals("+628110000511 code 1", served.door.delivered.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"phone_number\":\"+628110000511\"}",
        "{\"text\":\"x\"}",
        "[]",
        "{\"phone_number\":\"abc\",\"text\":\"x\"}",
        "{\"phone_number\":628110000511,\"text\":\"x\"}",
        "{\"phone_number\":\"+628110000511\",\"text\":5}",
        "{\"phone_number\":\"++62811\",\"text\":\"x\"}"
      })
  void refuses_an_sms_to_nobody(String body) {
    assertEquals(422, send("POST", "/sandbox/messages", body).status());
  }

  @Test
  void shows_what_was_sent_to_a_phone() {
    var sent = send("GET", "/sandbox/phones/+14155550100", "");

    assertEquals(
        "{\"phone_number\":\"+14155550100\",\"messages\":[{\"sender\":\"paper\","
            + "\"text\":\"480215 is your code\",\"at\":\"2031-01-02T03:00:00Z\"}]}",
        sent.body());
    assertEquals(sent.body(), send("GET", "/sandbox/phones/14155550100", "").body());
    assertEquals(0, send("GET", "/sandbox/phones/+14155550101", "").json().get("messages").size());
    assertEquals(404, send("GET", "/sandbox/phones/abc", "").status());
    assertEquals(404, send("GET", "/sandbox/phones/%00", "").status());
  }

  @Test
  void moves_the_clock_forward_only() {
    var moved = send("POST", "/sandbox/clock", "{\"advance\":\"PT20M\",\"why\":\"x\"}");

    assertEquals("{\"now\":\"2031-01-02T03:20:00Z\"}", moved.body());
    for (var bad :
        List.of(
            "\"PT-1S\"",
            "\"20\"",
            "20",
            "\"P400D\"",
            "\"\"",
            "null",
            "\"P1Y\"",
            "\"PT99999999999999999999S\"",
            "\"PT9223372036854775807S\"")) {
      assertEquals(422, send("POST", "/sandbox/clock", "{\"advance\":" + bad + "}").status(), bad);
    }
  }

  @Test
  void has_neither_sandbox_nor_admin_nor_smscode_unless_they_are_switched_on() {
    var settings = HttpSettings.standard().onPort(0).withoutSmsCode();
    try (var bare =
        new CodeportServerBuilder(
                new FakeCodeport(),
                settings,
                new dev.codeport.memory.MemoryRateLimiter(InstantSource.fixed(Given.NOW)),
                InstantSource.fixed(Given.NOW),
                new Random(1))
            .start()) {
      var api = Api.at(bare.url());
      for (var path :
          List.of(
              "/sandbox/messages", "/sandbox/clock", "/api/admin/accounts", "/v1/orders/create")) {
        assertEquals(404, api.send("POST", path, "{}").status(), path);
      }
      assertEquals(404, api.send("GET", "/sandbox/phones/+14155550100", "").status());
      assertTrue(bare.url().toString().startsWith("http://127.0.0.1:"));
    }
  }

  @Test
  void limits_no_door() {
    served.decision = new Decision.Denied(java.time.Duration.ofSeconds(1));

    assertEquals(200, send("GET", "/healthz", "").status());
  }

  private Api.Answer send(String method, String path, String body) {
    return served.stranger.send(method, path, body);
  }
}
