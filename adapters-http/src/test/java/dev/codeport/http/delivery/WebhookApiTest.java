package dev.codeport.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.contract.Given;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.webhook.Style;
import dev.codeport.http.Api;
import dev.codeport.http.CodeportServer;
import dev.codeport.http.CodeportServerBuilder;
import dev.codeport.http.HttpSettings;
import dev.codeport.http.Own;
import dev.codeport.http.delivery.Receiver.Answer;
import dev.codeport.memory.MemoryRateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookApiTest {
  private final Post post = new Post();
  private final Receiver receiver = new Receiver();
  private final CodeportServer server =
      new CodeportServerBuilder(
              post.codeport,
              HttpSettings.standard().onPort(0),
              new MemoryRateLimiter(post),
              post,
              new Random(5))
          .start();
  private final Api api = of(post.account);

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
  }

  @Test
  void an_endpoint_is_added_read_changed_and_removed() {
    var added =
        ask(
            api,
            "POST",
            "/api/webhooks",
            """
            {"url":"%s","types":["order.otp_received"],"headers":{"X-Team":"red"},
             "description":"Mine"}"""
                .formatted(receiver.url()));
    assertEquals(201, added.status(), added.body());
    var at = "/api/webhooks/" + added.json().get("id").textValue();
    assertEquals(at, added.header("Location").orElseThrow());
    assertTrue(added.json().get("secret").textValue().startsWith("whsec_"));

    var read = ask(api, "GET", at, "").json();
    assertEquals("standard", read.get("style").textValue());
    assertEquals("[\"order.otp_received\"]", read.get("types").toString());
    assertEquals("[\"X-Team\"]", read.get("headers").toString());
    assertEquals("active", read.get("state").textValue());
    assertFalse(read.has("secret"));

    var changed = ask(api, "PATCH", at, "{\"description\":\"Ours\",\"types\":[]}").json();
    assertEquals("Ours", changed.get("description").textValue());
    assertEquals(Style.STANDARD.types().size(), changed.get("types").size());
    assertEquals(receiver.url(), changed.get("url").textValue());

    assertEquals("paused", state(ask(api, "POST", at + "/pause", "")));
    assertEquals("active", state(ask(api, "POST", at + "/resume", "{}")));
    assertEquals(1, ask(api, "GET", "/api/webhooks", "").json().get("webhooks").size());
    assertEquals(204, ask(api, "DELETE", at, "").status());
    assertEquals(404, ask(api, "GET", at, "").status());
    assertEquals(404, ask(api, "DELETE", at, "").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/",
        "https://169.254.169.254/latest",
        "https://[::ffff:10.0.0.1]/",
        "https://user@hooks.acme.io/",
        "https://hooks.acme.io:22/",
        "https://0x0a000001/",
        "ftp://127.0.0.1/",
        "nonsense"
      })
  void an_address_is_refused_with_its_reason_when_added_and_when_changed(String url) {
    var body = "{\"url\":\"" + url + "\"}";
    var at = "/api/webhooks/" + post.endpoint(receiver).id();

    for (var answer :
        new Api.Answer[] {ask(api, "POST", "/api/webhooks", body), ask(api, "PATCH", at, body)}) {
      assertEquals(422, answer.status(), answer.body());
      assertEquals("url", answer.json().at("/errors/0/field").textValue());
      assertTrue(answer.json().at("/errors/0/detail").textValue().startsWith("must "));
    }
    assertEquals(receiver.url(), ask(api, "GET", at, "").json().get("url").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\\r\\nX-Evil: 1",
        "a\\nb",
        "a\\u2028b",
        "a\\u2029b",
        "a\\u0085b",
        "\\u0000",
        "a\\u0001b"
      })
  void a_header_that_could_become_two_is_refused(String value) {
    var refused =
        ask(
            api,
            "POST",
            "/api/webhooks",
            "{\"url\":\"%s\",\"headers\":{\"X-Team\":\"%s\"}}".formatted(receiver.url(), value));

    assertEquals(422, refused.status(), refused.body());
    assertEquals(0, post.codeport.endpoints(post.account.id()).size());
  }

  @Test
  void what_is_sent_twice_under_one_key_adds_one() {
    var keyed = api.with("Idempotency-Key", "\"k-1\"");
    var body = "{\"url\":\"" + receiver.url() + "\"}";

    var first = ask(keyed, "POST", "/api/webhooks", body);
    var again = ask(keyed, "POST", "/api/webhooks", body);
    var other = ask(keyed, "POST", "/api/webhooks", body.replace("}", ",\"description\":\"x\"}"));

    assertEquals(first.body(), again.body());
    assertEquals("true", again.header("Idempotency-Replayed").orElseThrow());
    assertEquals(422, other.status());
    assertEquals(1, post.codeport.endpoints(post.account.id()).size());
  }

  @Test
  void there_is_a_most_to_it() {
    for (int i = 0; i < 16; i++) {
      post.endpoint(receiver);
    }

    var full = ask(api, "POST", "/api/webhooks", "{\"url\":\"" + receiver.url() + "\"}");

    assertEquals(409, full.status());
    assertEquals("urn:codeport:problem:too-many-webhooks", full.json().get("type").textValue());
  }

  @Test
  void a_secret_is_rotated_once_for_a_key_and_shown() {
    var at = "/api/webhooks/" + post.endpoint(receiver).id();
    var before = ask(api, "GET", at + "/secret", "").json().get("secret").textValue();
    var keyed = api.with("Idempotency-Key", "r1");

    var rotated = ask(keyed, "POST", at + "/rotate-secret", "{\"overlap_seconds\":3600}");
    var again = ask(keyed, "POST", at + "/rotate-secret", "{\"overlap_seconds\":3600}");

    assertEquals(200, rotated.status(), rotated.body());
    assertNotEquals(before, rotated.json().get("secret").textValue());
    assertEquals(rotated.body(), again.body());
    assertEquals(
        post.instant().plus(Duration.ofHours(1)).toString(),
        rotated.json().get("former_secret_until").textValue());
    for (var bad : new String[] {"{\"overlap_seconds\":604801}", "{\"secret\":\"hunter2\"}"}) {
      assertEquals(422, ask(api, "POST", at + "/rotate-secret", bad).status());
    }
  }

  @Test
  void deliveries_are_listed_page_by_page_with_their_attempts_and_sent_again() {
    var endpoint = post.endpoint(receiver.answering(Answer.saying(410, "<b>gone</b>")));
    var at = "/api/webhooks/" + endpoint.id();
    var event = post.event();
    post.send();
    receiver.answering(Answer.of(200));
    ask(api, "POST", at + "/resume", "");
    for (int i = 0; i < 4; i++) {
      post.event();
    }
    post.send();

    var seen = new ArrayList<Long>();
    var page = ask(api, "GET", at + "/deliveries?limit=2", "");
    while (page.json().hasNonNull("next_cursor")) {
      seen.addAll(numbers(page.json()));
      assertTrue(page.header("Link").orElse("").contains("rel=\"next\""));
      page =
          ask(
              api,
              "GET",
              at + "/deliveries?limit=2&cursor=" + page.json().get("next_cursor").textValue(),
              "");
    }
    seen.addAll(numbers(page.json()));
    assertEquals(5, seen.size());
    assertEquals(event, seen.getLast());

    var failed = ask(api, "GET", at + "/deliveries?state=failed", "").json();
    assertEquals(1, failed.get("deliveries").size());
    var one = ask(api, "GET", at + "/deliveries/" + event, "").json();
    assertEquals("failed", one.get("state").textValue());
    assertEquals(410, one.at("/attempts/0/status").intValue());
    assertEquals("<b>gone</b>", one.at("/attempts/0/answer").textValue());

    var begun = ask(api, "POST", at + "/deliveries/redeliver", "{}");
    assertEquals(202, begun.status());
    assertEquals("{\"begun\":1,\"more\":false}", begun.body());
    post.send();
    var again = ask(api, "POST", at + "/deliveries/" + event + "/redeliver", "");
    assertEquals("{\"begun\":1,\"more\":false}", again.body());
    post.send();
    var log = ask(api, "GET", at + "/deliveries/" + event, "").json();
    assertEquals("delivered", log.get("state").textValue());
    assertEquals(3, log.get("attempts").size());
    assertEquals(one.get("message_id"), log.get("message_id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cursor=x", "cursor=d2QuMS4x", "limit=0", "limit=1001", "state=odd", "odd=1"})
  void nonsense_in_the_query_is_named(String query) {
    var at = "/api/webhooks/" + post.endpoint(receiver).id() + "/deliveries?" + query;

    var bad = ask(api, "GET", at, "");

    assertEquals(400, bad.status(), bad.body());
    assertTrue(bad.body().contains(query.substring(0, query.indexOf('='))), bad.body());
  }

  @Test
  void an_endpoint_is_tried_and_tells_what_it_answered() {
    var at = "/api/webhooks/" + post.endpoint(receiver.answering(Answer.saying(418, "tea"))).id();

    var tried = ask(api, "POST", at + "/test", "").json();

    assertEquals(418, tried.get("status").intValue());
    assertEquals("tea", tried.get("answer").textValue());
    for (int i = 0; i < 5; i++) {
      ask(api, "POST", at + "/test", "");
    }
    assertEquals(429, ask(api, "POST", at + "/test", "").status());
  }

  @Test
  void nobody_elses_endpoint_is_there() {
    var endpoint = post.endpoint(receiver);
    var event = post.event();
    post.send();
    var stranger = of(Given.account().in(post.storage));
    var at = "/api/webhooks/" + endpoint.id();

    for (var path : new String[] {"", "/secret", "/deliveries", "/deliveries/" + event}) {
      assertEquals(404, ask(stranger, "GET", at + path, "").status(), path);
    }
    for (var path :
        new String[] {
          "/pause",
          "/resume",
          "/test",
          "/rotate-secret",
          "/deliveries/redeliver",
          "/deliveries/" + event + "/redeliver"
        }) {
      assertEquals(404, ask(stranger, "POST", at + path, "{}").status(), path);
    }
    assertEquals(404, ask(stranger, "PATCH", at, "{\"description\":\"x\"}").status());
    assertEquals(404, ask(stranger, "DELETE", at, "").status());
    assertEquals(0, ask(stranger, "GET", "/api/webhooks", "").json().get("webhooks").size());
    assertEquals(401, Api.at(server.url()).send("GET", at, "").status());
    assertEquals(endpoint, post.now(endpoint));
  }

  @Test
  void the_smscode_webhook_is_shown_but_kept_elsewhere() {
    post.smscode(receiver);
    var shown = ask(api, "GET", "/api/webhooks", "").json().at("/webhooks/0");
    var at = "/api/webhooks/" + shown.get("id").textValue();

    assertEquals("smscode", shown.get("style").textValue());
    assertEquals("paused", state(ask(api, "POST", at + "/pause", "")));
    assertEquals(409, ask(api, "PATCH", at, "{\"description\":\"x\"}").status());
    assertEquals(409, ask(api, "POST", at + "/rotate-secret", "").status());
    assertEquals(409, ask(api, "DELETE", at, "").status());
    assertEquals(200, ask(api, "GET", at + "/deliveries", "").status());
  }

  /** Held against the document. */
  private static Api.Answer ask(Api by, String method, String path, String body) {
    var answer = by.send(method, path, body);
    if (answer.status() != 204) {
      Own.check(method, path, answer);
    }
    return answer;
  }

  private Api of(Account account) {
    var issued = post.codeport.issueKey(account.id(), "test").orElseThrow();
    return Api.at(server.url()).with("X-API-Key", issued.token().reveal());
  }

  private static String state(Api.Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json().get("state").textValue();
  }

  private static List<Long> numbers(JsonNode page) {
    return StreamSupport.stream(page.get("deliveries").spliterator(), false)
        .map(delivery -> delivery.get("event").longValue())
        .toList();
  }
}
