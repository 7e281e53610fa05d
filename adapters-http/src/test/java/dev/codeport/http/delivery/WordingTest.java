package dev.codeport.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.contract.Given;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.webhook.Signature;
import dev.codeport.http.Contract;
import dev.codeport.http.delivery.Receiver.Answer;
import dev.codeport.http.delivery.Receiver.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What webhooks say. */
class WordingTest {
  private final Post post = new Post();
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void smscode_events_are_as_the_contract_describes_them_and_signed() {
    post.smscode(receiver);
    var order = post.received();
    Given.committed(post.storage, Change.of(order.complete(post.instant())));
    Given.canceledOrder().of(post.account).in(post.storage);
    Given.expiredOrder().of(post.account).in(post.storage);
    Given.failedOrder().of(post.account).in(post.storage);
    post.send();

    var seen = new ArrayList<String>();
    for (var letter : all()) {
      Contract.assertSchema("WebhookEvent", Contract.parse(letter.body()));
      var bytes = letter.body().getBytes(StandardCharsets.UTF_8);
      assertEquals(
          Signature.smscode(Secret.of("shared"), bytes).get("X-Webhook-Signature"),
          letter.header("X-Webhook-Signature"));
      seen.add(Contract.parse(letter.body()).get("event").textValue());
    }
    seen.sort(null);
    assertEquals(
        List.of(
            "order.canceled",
            "order.canceled",
            "order.completed",
            "order.expired",
            "order.otp_received"),
        seen);
  }

  @Test
  void an_smscode_sms_and_its_revision_and_code_belong_together() {
    post.smscode(receiver.answering(Answer.of(500)));
    receiveTwice("Nothing but words", Optional.empty());
    post.send();

    var data = bySmsRevision();
    assertEquals(2, data.size());
    assertEquals(1, data.getFirst().get("sms_revision").intValue());
    assertEquals("Your code is 481 516", data.getFirst().get("otp_message").textValue());
    assertEquals("481516", data.getFirst().get("otp_code").textValue());
    assertEquals("Nothing but words", data.getLast().get("otp_message").textValue());
    assertEquals("481516", data.getLast().get("otp_code").textValue());
    assertEquals("Indonesia", data.getFirst().get("country").textValue());
    assertEquals("WhatsApp", data.getFirst().get("platform").textValue());
  }

  @Test
  void an_smscode_sms_told_late_carries_its_own_code_and_not_a_later_one() {
    post.smscode(receiver);
    receiveTwice("Your code is 519 304", Optional.of(new Code("519304")));
    post.send();

    var codes = bySmsRevision().stream().map(data -> data.get("otp_code").textValue()).toList();

    assertEquals(List.of("481516", "519304"), codes);
  }

  private void receiveTwice(String text, Optional<Code> code) {
    var first = post.received();
    var second = new Sms(first.id(), 2, "sms-2", text, code, "labelled", post.instant(), false);
    Given.committed(post.storage, Change.of(first.receive(second, post.instant())).message(second));
  }

  private List<JsonNode> bySmsRevision() {
    return all().stream()
        .map(letter -> Contract.parse(letter.body()).get("data"))
        .sorted(Comparator.comparing(each -> each.get("sms_revision").intValue()))
        .toList();
  }

  @Test
  void an_smscode_end_carries_the_last_code_and_no_revision() {
    post.smscode(receiver);
    Given.completedOrder().of(post.account).in(post.storage);
    post.send();

    var end =
        all().stream()
            .map(letter -> Contract.parse(letter.body()))
            .filter(body -> body.get("event").textValue().equals("order.completed"))
            .findFirst()
            .orElseThrow()
            .get("data");

    assertTrue(end.get("sms_revision").isNull());
    assertEquals("481516", end.get("otp_code").textValue());
  }

  @Test
  void standard_bodies_are_the_same_bytes_however_far_the_order_has_gone() {
    post.endpoint(receiver.answering(Answer.of(500)));
    var order = post.received();
    post.send();
    var before = bodies(all());

    var late =
        new Sms(
            order.id(),
            2,
            "sms-2",
            "Too late: 999111",
            Optional.of(new Code("999111")),
            "labelled",
            post.instant(),
            false);
    var more = order.receive(late, post.instant());
    Given.committed(post.storage, Change.of(more).message(late));
    Given.committed(post.storage, Change.of(more.order().complete(post.instant())));
    receiver.answering(Answer.of(200));
    post.advance(Duration.ofSeconds(7)).send();
    var after = bodies(all());

    assertEquals(2, before.size());
    assertEquals(4, after.size());
    before.forEach((id, body) -> assertEquals(body, after.get(id)));
  }

  @Test
  void an_order_that_moves_on_to_another_number_does_not_change_what_was_said_before() {
    post.endpoint(receiver.answering(Answer.of(500)));
    var active = Given.activeOrder().of(post.account).in(post.storage);
    post.send();
    var before = bodies(all());

    var dearer =
        new Route(
            active.charge().tier(),
            Given.dollars("0.9"),
            active.charge().price().plus(Given.rupiah(5_000)),
            Optional.empty(),
            10,
            Tally.NONE);
    Given.committed(post.storage, Change.of(active.move(dearer, post.instant())));
    receiver.answering(Answer.of(200));
    post.advance(Duration.ofSeconds(7)).send();
    var after = bodies(all());

    assertEquals(1, before.size());
    before.forEach((id, body) -> assertEquals(body, after.get(id)));
    assertTrue(after.size() >= 2, after.toString());
  }

  @Test
  void a_standard_event_says_what_happened() {
    post.endpoint(receiver);
    Given.completedOrder().of(post.account).in(post.storage);
    post.send();

    var sms =
        all().stream()
            .map(letter -> Contract.parse(letter.body()))
            .filter(body -> body.get("type").textValue().equals("order.otp_received"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of("type", "timestamp", "data"), names(sms));
    assertEquals("2026-03-01T12:01:01.123456Z", sms.get("timestamp").textValue());
    assertEquals("481516", sms.at("/data/sms/code").textValue());
    assertEquals("Your code is 481 516", sms.at("/data/sms/text").textValue());
    assertEquals(1, sms.at("/data/sms/revision").intValue());
    assertEquals("id", sms.at("/data/order/country").textValue());
    assertEquals("whatsapp", sms.at("/data/order/platform").textValue());
    assertEquals("IDR", sms.at("/data/order/number/price/currency").textValue());
    assertTrue(sms.at("/data/order/number/phone_number").textValue().startsWith("+44770090"));
  }

  private List<Letter> all() {
    var all = new ArrayList<Letter>();
    while (receiver.waiting() > 0) {
      all.add(receiver.next());
    }
    return all;
  }

  private static Map<String, String> bodies(List<Letter> letters) {
    var bodies = new TreeMap<String, String>();
    letters.forEach(letter -> bodies.put(letter.id(), letter.body()));
    return bodies;
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
