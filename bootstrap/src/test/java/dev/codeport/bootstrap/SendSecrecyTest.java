package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.sender.Notice;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/**
 * Marked secrets of those who send codes go through a service that logs all it can, with senders
 * that break off, garble and repeat what they were told; afterwards its logs, its metrics, its
 * refusals, every row of its database and all that Redis was told are searched for them.
 */
class SendSecrecyTest {
  private static final String ADMIN = "marked-admin-key-7731904455";
  private static final String CALLBACK = "marked-callback-secret-3141";
  private static final String TWILIO = "marked-auth-token-2718281828";
  private static final String SID = "AC" + "5".repeat(32);
  private static final String BRAND = "Mellonry";
  private static final String WRONG = "9081726354";
  private static final String CHOSEN = "7463524130";
  private static final String REPEATABLE = "marked-idempotency-key-4243";
  private static final String TOLD = "marked-word-of-a-callback";
  private static final Set<Kind> HAPPENING =
      EnumSet.of(
          Kind.CUT_BODY,
          Kind.GARBLED,
          Kind.LOST_ANSWER,
          Kind.UNHEARD,
          Kind.BROKEN_AFTER,
          Kind.ANSWER,
          Kind.REFUSE);
  private static final Pattern CODE = Pattern.compile("\\d{10}");

  /** Ours go to America and theirs to Britain, ten digits each: no time and no id has such ones. */
  private static final String OURS = "+1415555017";

  private static final String THEIRS = "+44770090010";

  private final Path folder;
  private final SandboxSender sender =
      SandboxSender.start(
          SandboxSenderSettings.standard().withSendsPerPhone(0).withCodeLength(10),
          InstantSource.system(),
          new SecureRandom());
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();

  SendSecrecyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void leaves_no_code_phone_text_or_credential_anywhere_in_clear() throws Exception {
    var redis = new RedisServer(Nodes.freePort());
    redis.start();
    var port = redis.ports().getFirst();
    try (var postgres =
            EmbeddedPostgres.open(
                Path.of("target/postgres").toAbsolutePath(), folder.resolve("pg"), 0, "bench");
        var overheard = Overheard.at(port)) {
      var log = folder.resolve("log").toFile();
      try (var service =
          Child.serve(
              folder.resolve("data"), settings(postgres, port), ProcessBuilder.Redirect.to(log))) {
        work(service);
      }
      var left = new Traces();
      left.add("log", Files.readString(log.toPath()));
      left.add("refusals", String.join("\n", refusals));
      left.add("redis", overheard.text());
      try (var connection =
          DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
        left.addTables(connection);
      }

      assertTrue(left.in("log").contains("DEBUG"), "it logged all it could");
      assertTrue(left.in("redis").contains("window"), "Redis counted");
      assertTrue(left.in("receipts").contains("DELIVERED"), "callbacks were believed");
      assertTrue(left.in("dispatches").contains("UNKNOWN"), "answers were lost");
      assertTrue(left.in("dispatches").contains("REFUSED"), "senders refused");
      assertTrue(left.in("fraud_lists").contains("BLOCK"), "a phone is on a list");
      assertEquals(HAPPENING, sender.seen().keySet());
      left.assertWithout(secrets);
    } finally {
      redis.stop();
      sender.close();
    }
  }

  private List<String> settings(EmbeddedPostgres postgres, int redis) {
    return List.of(
        "http.admin-key=" + ADMIN,
        "storage.url=" + postgres.url(),
        "storage.user=" + postgres.user(),
        "storage.password=" + postgres.password(),
        "keys.hash=marked-hash-key-" + "h".repeat(32),
        "keys.seal.a=marked-seal-key-" + "s".repeat(32),
        "redis.url=redis://127.0.0.1:" + redis,
        "sandbox.mode=off",
        "sender.codes.dialect=startmessaging",
        "sender.codes.url=" + sender.baseUri(),
        "sender.codes.api-key=" + sender.apiKey().reveal(),
        "sender.codes.webhook-secret=" + sender.webhookSecret().reveal(),
        "sender.codes.code-length=10",
        "sender.codes.circuit-failures=1000",
        "sender.codes.regions=GB",
        "sender.texts.dialect=httpsms",
        "sender.texts.url=" + sender.textUri(),
        "sender.texts.api-key=" + sender.apiKey().reveal(),
        "sender.texts.header-x-api-key={api_key}",
        "sender.texts.body={\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{reference}\"}",
        "sender.texts.id-pointer=/id",
        "sender.texts.circuit-failures=1000",
        "sender.texts.callback-secret=" + CALLBACK,
        "sender.texts.callback-id=id",
        "sender.texts.callback-status=status",
        "sender.texts.callback-delivered=delivered",
        "sender.texts.regions=US",
        "sender.eu.dialect=twilio",
        "sender.eu.url=" + sender.baseUri(),
        "sender.eu.account-sid=" + SID,
        "sender.eu.circuit-failures=1000",
        "sender.eu.auth-token=" + TWILIO,
        "sender.eu.from=" + BRAND,
        "sender.eu.regions=FR",
        "verification.regions=*",
        "verification.number-kinds=off",
        "verification.code-length=10",
        "verification.brand=" + BRAND,
        "verification.phone-windows=1000/1d",
        "verification.phone-pauses=1ms",
        "verification.daily-sends=1000",
        "verification.quiet=0s",
        "log.level=debug");
  }

  private void work(Child service) {
    var admin = new Customer(service.url(), ADMIN);
    var account = admin.post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var at = "/api/admin/accounts/" + account.asInt();
    admin.put(at + "/exemptions", "{\"exemptions\": [\"rate_limit\"]}");
    var key = admin.post(at + "/keys", "{}").json().path("token").asText();
    var customer = new Customer(service.url(), key);
    secrets.put("admin key", ADMIN);
    secrets.put("hash key", "marked-hash-key");
    secrets.put("seal key", "marked-seal-key");
    secrets.put("API key", key);
    secrets.put("sender's key", sender.apiKey().reveal());
    secrets.put("sender's webhook secret", sender.webhookSecret().reveal());
    secrets.put("secret of a callback's address", CALLBACK);
    secrets.put("auth token", TWILIO);
    secrets.put("auth token on its way", base64(SID + ":" + TWILIO));
    secrets.put("word of the texts", BRAND);
    secrets.put("wrong guess", WRONG);
    secrets.put("chosen code", CHOSEN);
    secrets.put("idempotency key", REPEATABLE);
    secrets.put("word of a callback", TOLD);
    secrets.put("phone of ours", OURS.substring(1));
    secrets.put("phone of theirs", THEIRS.substring(1));
    secrets.put("phone as it was written", "7700 900109");

    for (var phone : List.of(OURS, THEIRS)) {
      sendAndCheck(customer, phone);
      sendThroughFaults(customer, phone);
      hearOf(customer, phone);
    }
    useFacades(customer, account.asInt());
    listAndLock(admin, at);
    refused(customer.post("/api/verifications", "{\"phone\": \"+33639980001\"}"));
    secrets.put("phone of nobody", "33639980001");
    refused(customer.post("/api/verifications", "{\"phone\": \"+44 7700 900109\", \"x\": 1}"));
    refused(customer.post("/api/verifications", "{\"phone\": \"" + THEIRS + "99999\"}"));
    refused(customer.post("/api/verifications", "{\"phone\": \"" + THEIRS + "1\""));
    refused(customer.get("/api/verifications?phone=%2B" + THEIRS.substring(1) + "x&limit=1"));
    refused(customer.get("/api/verifications/" + WRONG));
    refused(new Customer(service.url(), key + "x").get("/api/verifications"));
    refusals.add(customer.get("/metrics").text());
    refusals.add(customer.get("/readyz").text());
    for (var phone : List.of(OURS, THEIRS)) {
      for (int i = 0; i < 10; i++) {
        for (var message : sender.phones().inbox(new PhoneNumber(phone + i))) {
          var text = CODE.matcher(message.text());
          assertTrue(text.find(), "a code of ten digits");
          secrets.put("code " + secrets.size(), text.group());
        }
      }
    }
    assertTrue(secrets.size() > 30, secrets.size() + " secrets");
  }

  /** Phones 0 to 2. */
  private void sendAndCheck(Customer customer, String phones) {
    var first = begin(customer, phones + 0, "idempotency-key", REPEATABLE + phones.length());
    guess(customer, first, WRONG);
    guess(customer, first, code(phones + 0));
    var second = begin(customer, phones + 1);
    customer.post("/api/verifications/" + second + "/resend", "");
    for (int i = 0; i < 6; i++) {
      guess(customer, second, WRONG);
    }
    var third = begin(customer, phones + 2);
    sender.plan(
        Fault.of(Kind.CUT_BODY).on(Place.SEND),
        Fault.of(Kind.GARBLED).on(Place.SEND).saying(echo(phones + 2)));
    customer.post("/api/verifications/" + third + "/resend", "");
    customer.post("/api/verifications/" + third + "/resend", "");
    refused(customer.post("/api/verifications/" + third + "/check", "{\"code\": \"x" + WRONG));
    refused(customer.post("/api/verifications/" + third + "/check", "{\"kode\": " + WRONG + "}"));
    customer.post("/api/verifications/" + third + "/cancel", "");
  }

  /** Phone 3: each thing that can go wrong, and answers that repeat what they should not. */
  private void sendThroughFaults(Customer customer, String phones) {
    var phone = phones + 3;
    for (var fault :
        List.of(
            Fault.of(Kind.CUT_BODY).on(Place.SEND),
            Fault.of(Kind.GARBLED).on(Place.SEND).saying(echo(phone)),
            Fault.of(Kind.LOST_ANSWER).on(Place.SEND),
            Fault.of(Kind.UNHEARD).on(Place.SEND),
            Fault.of(Kind.BROKEN_AFTER).on(Place.SEND).saying(echo(phone)),
            Fault.answering(400, echo(phone)).on(Place.SEND),
            Fault.answering(422, "{\"error\":{\"code\":\"" + phone + "\",\"message\":\"no\"}}")
                .on(Place.SEND),
            Fault.answering(500, echo(phone)).on(Place.SEND),
            Fault.of(Kind.REFUSE).on(Place.SEND).saying("INSUFFICIENT_CREDITS"))) {
      sender.plan(fault);
      if (phones.equals(THEIRS)) {
        sender.plan(fault); // a lost answer is asked for once more
      }
      var answer = customer.post("/api/verifications", "{\"phone\": \"" + phone + "\"}");
      sender.heal();
      if (answer.status() >= 400) {
        refused(answer);
      } else {
        var id = answer.json().path("id").asText();
        guess(customer, id, WRONG);
        customer.post("/api/verifications/" + id + "/cancel", "");
      }
    }
    if (phones.equals(THEIRS)) {
      var id = begin(customer, phone);
      for (var fault : List.of(Kind.CUT_BODY, Kind.GARBLED, Kind.BROKEN_AFTER)) {
        sender.plan(Fault.of(fault).on(Place.CHECK).saying(echo(phone)));
        guess(customer, id, WRONG);
      }
    }
  }

  /** Phone 4: callbacks of all kinds. */
  private void hearOf(Customer customer, String phones) {
    var id = begin(customer, phones + 4);
    var handle = sender.books().entries().getLast().id();
    var stranger = new Customer(customer.url(), "");
    if (phones.equals(THEIRS)) {
      var genuine = told(handle, phones + 4);
      var mac = Hmac.of(sender.webhookSecret()).hex(genuine);
      var to = "/callbacks/senders/codes";
      assertEquals(204, stranger.post(to, genuine, Notice.HEADER, mac).status());
      refused(stranger.post(to, genuine, Notice.HEADER, TOLD));
      var nothing = "[\"" + TOLD + "\", \"" + phones + 4 + "\"]";
      refused(
          stranger.post(to, nothing, Notice.HEADER, Hmac.of(sender.webhookSecret()).hex(nothing)));
    } else {
      var to = "/callbacks/senders/texts?id=" + handle + "&to=%2B" + phones.substring(1) + 4;
      var text = "&text=" + BRAND + "+" + code(phones + 4) + "&" + TOLD + "=" + TOLD;
      var told = to + text + "&status=delivered&secret=";
      assertEquals(204, stranger.get(told + CALLBACK).status());
      refused(stranger.get(told + CALLBACK + "x"));
      refused(stranger.get(to + text + "&secret=" + CALLBACK));
      refused(stranger.post("/callbacks/senders/nobody", told + CALLBACK));
    }
    var delivery = customer.get("/api/verifications/" + id).json().findPath("delivery");
    assertEquals("delivered", delivery.path("status").asText());
  }

  private void useFacades(Customer customer, int account) {
    var sent = customer.post("/auth/send-otp", "{\"phone\": \"" + OURS + "5\"}").json();
    var check = "{\"request_id\": \"" + sent.path("request_id").asText() + "\", \"code\": \"";
    customer.post("/auth/verify-otp", check + WRONG + "\"}");
    refused(customer.post("/auth/verify-otp", check + WRONG + "x\"}"));
    var own = "{\"phoneNumber\": \"" + OURS + "6\", \"otp\": \"" + CHOSEN + "\"}";
    assertEquals(201, customer.post("/otp/send", own).status());
    refused(customer.post("/otp/send", own.replace(CHOSEN, CHOSEN + "x")));
    var user = "AC%032x".formatted(account);
    var basic = base64(user + ":" + customer.key());
    secrets.put("API key on its way", basic);
    var twilio = new Form(customer.url(), basic);
    var at = "/v2/Services/VA%032x".formatted(account);
    var wanted = "To=%2B" + OURS.substring(1) + "7&Channel=sms&CustomCode=" + CHOSEN;
    assertEquals(201, twilio.post(at + "/Verifications", wanted).status());
    refused(twilio.post(at + "/Verifications", wanted + "x"));
    refused(twilio.post(at + "/VerificationCheck", "To=%2B" + WRONG + "&Code=" + WRONG + "x"));
    refused(twilio.get(at + "/Verifications/%2B" + THEIRS.substring(1) + "8"));
    refused(twilio.get(at + "/" + WRONG));
  }

  private void listAndLock(Customer admin, String account) {
    var blocked = "{\"kind\": \"block\", \"subject\": \"" + OURS + "8\", \"reason\": \"" + TOLD;
    assertTrue(admin.put("/api/admin/fraud/entries", blocked + "\"}").status() < 300);
    refused(admin.put("/api/admin/fraud/entries", blocked.replace("block", "x" + WRONG) + "\"}"));
    admin.get(account + "/phones/%2B" + OURS.substring(1) + "8/lock");
    refused(admin.get(account + "/phones/%2B" + WRONG + "0000000/lock"));
  }

  /** Kept to be searched. */
  private void refused(Customer.Answer answer) {
    assertTrue(answer.status() >= 400, answer.text());
    refusals.add(answer.text());
  }

  private String begin(Customer customer, String phone, String... headers) {
    var body = "{\"phone\": \"" + phone + "\"}";
    var begun = customer.post("/api/verifications", body, headers);
    assertEquals("sent", begun.json().path("state").asText(), begun.text());
    return begun.json().path("id").asText();
  }

  private static void guess(Customer customer, String id, String code) {
    customer.post("/api/verifications/" + id + "/check", "{\"code\": \"" + code + "\"}");
  }

  private String code(String phone) {
    var text = CODE.matcher(sender.phones().inbox(new PhoneNumber(phone)).getLast().text());
    assertTrue(text.find());
    return text.group();
  }

  /** What a talkative sender says. */
  private static String echo(String phone) {
    return "{\"error\":{\"code\":\"E\",\"message\":\"%s to %s by %s\"},\"id\":{}}"
        .formatted(WRONG, phone, BRAND);
  }

  private static String told(String handle, String phone) {
    return """
        {"eventId":"evt_1","type":"otp.delivered","createdAt":"2031-01-02T03:04:05Z",
         "data":{"requestId":"%s","phoneNumberHash":"%s","status":"delivered","to":"%s"}}"""
        .formatted(handle, TOLD, phone);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Somebody who speaks Twilio's way. */
  private record Form(URI url, String basic) {
    Customer.Answer get(String path) {
      return Customer.send(request(path).GET());
    }

    Customer.Answer post(String path, String form) {
      return Customer.send(
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Basic " + basic);
    }
  }
}
