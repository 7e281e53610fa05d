package dev.codeport.provider.sandbox.sender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.Page;
import dev.codeport.provider.sandbox.sender.Office.Checked;
import dev.codeport.provider.sandbox.sender.Office.Sent;
import dev.codeport.provider.sandbox.sender.Office.Wish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Understands requests of one generation of the API, and of the plain one that carries texts, and
 * words the answers.
 */
final class StartMessaging {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXTS = "/texts";

  /** What the ids of texts begin with. */
  static final String TEXT = "txt_";

  private final Office office;
  private final SandboxSenderSettings settings;
  private final Secret key;
  private final InstantSource clock;
  private final Consumer<Posted> post;

  /** A text on its way to a phone. */
  record Posted(Ticket.Shown ticket, String text) {}

  /**
   * @param body null when it is none
   */
  record Ask(String method, String path, String apiKey, String authorization, JsonNode body) {
    String text(String name) {
      return body.path(name).asText("");
    }
  }

  StartMessaging(
      Office office,
      SandboxSenderSettings settings,
      Secret key,
      InstantSource clock,
      Consumer<Posted> post) {
    this.office = office;
    this.settings = settings;
    this.key = key;
    this.clock = clock;
    this.post = post;
  }

  static Place place(String path) {
    return switch (path) {
      case "/otp/verify", "/v1/auth/verify-otp" -> Place.CHECK;
      case "/otp/send", "/otp/resend", "/v1/auth/send-otp", TEXTS -> Place.SEND;
      default -> Place.STATUS;
    };
  }

  Page answer(Ask ask) {
    if (!isAuthorized(ask)) {
      return refuse(Trouble.UNAUTHORIZED, Duration.ZERO);
    }
    if (!ask.body().isObject() && ask.method().equals("POST")) {
      return refuse(Trouble.INVALID_REQUEST, Duration.ZERO);
    }
    return switch (ask.method() + " " + ask.path()) {
      case "POST " + TEXTS -> sendText(ask);
      case "POST /otp/send" ->
          in(Set.of(Generation.G1, Generation.G2, Generation.G3), ask, this::send);
      case "POST /otp/verify" ->
          in(Set.of(Generation.G1, Generation.G2, Generation.G3), ask, this::check);
      case "POST /v1/auth/send-otp" -> in(Set.of(Generation.G4), ask, this::sendLate);
      case "POST /v1/auth/verify-otp" -> in(Set.of(Generation.G4), ask, this::checkLate);
      default -> ask.path().startsWith("/messages/") ? message(ask) : notFound();
    };
  }

  Page refuse(String word) {
    return Trouble.named(word)
        .map(trouble -> refuse(trouble, Duration.ofSeconds(30)))
        .orElseGet(() -> Page.json(400, write(error(word, "Refused"))));
  }

  private boolean isAuthorized(Ask ask) {
    var shown =
        settings.generation() == Generation.G4 && !ask.path().equals(TEXTS)
            ? ask.authorization().replaceFirst("^Bearer ", "")
            : ask.apiKey();
    return key.equals(Secret.of(shown));
  }

  private Page in(Set<Generation> generations, Ask ask, Function<Ask, Page> work) {
    return generations.contains(settings.generation()) ? work.apply(ask) : notFound();
  }

  /** G1 makes the code, G2 takes it, G3 takes it among the variables of a template. */
  private Page send(Ask ask) {
    var theirs =
        switch (settings.generation()) {
          case G1 -> "";
          case G3 -> ask.body().path("variables").path("otp").asText("");
          case G2, G4 -> ask.text("otp");
        };
    if (settings.generation() != Generation.G1 && !theirs.matches("\\d{4,6}")) {
      return refuse(Trouble.INVALID_REQUEST, Duration.ZERO);
    }
    var reference = settings.generation() == Generation.G3 ? "" : ask.text("idempotencyKey");
    var app = ask.body().path("variables").path("appName").asText("");
    return sent(
        new Wish(
            settings.generation() == Generation.G1 ? "req_" : "otp_",
            ask.text("phoneNumber"),
            reference,
            "sms",
            settings.codeLength(),
            Optional.of(theirs).filter(code -> !code.isEmpty()),
            settings.life(),
            code -> code + " is your " + (app.isEmpty() ? "" : app + " ") + "verification code."),
        settings.generation() == Generation.G1 ? this::begun : this::queued);
  }

  private Page sendLate(Ask ask) {
    int length = ask.body().path("otp_length").asInt(settings.codeLength());
    int seconds = ask.body().path("expiry_seconds").asInt(300);
    if (!Set.of(4, 6, 8).contains(length) || seconds < 60 || seconds > 600) {
      return refuse(Trouble.INVALID_REQUEST, Duration.ZERO);
    }
    var channel = ask.body().path("channel").asText("sms");
    if (!Set.of("sms", "whatsapp", "auto").contains(channel)) {
      return refuse(Trouble.CHANNEL_UNAVAILABLE, Duration.ZERO);
    }
    var name = ask.text("sender_name");
    return sent(
        new Wish(
            "auth_",
            ask.text("phone"),
            "",
            channel.equals("whatsapp") ? channel : "sms",
            length,
            Optional.empty(),
            Duration.ofSeconds(seconds),
            code -> code + " is your " + (name.isEmpty() ? "" : name + " ") + "verification code."),
        this::begunLate);
  }

  /** {@code {to, text, reference}} → {@code {id}}. */
  private Page sendText(Ask ask) {
    var text = ask.text("text");
    return sent(
        new Wish(
            TEXT,
            ask.text("to"),
            ask.text("reference"),
            "sms",
            settings.codeLength(),
            Optional.of(""),
            settings.life(),
            code -> text),
        ticket -> Page.json(201, write(JSON.createObjectNode().put("id", ticket.id()))));
  }

  private Page sent(Wish wish, Function<Ticket.Shown, Page> worded) {
    return switch (office.send(wish)) {
      case Sent.No no -> refuse(no.trouble(), no.retryAfter());
      case Sent.Taken taken -> {
        taken.text().ifPresent(text -> post.accept(new Posted(taken.ticket(), text)));
        yield worded.apply(taken.ticket());
      }
    };
  }

  private Page begun(Ticket.Shown ticket) {
    var body = JSON.createObjectNode();
    body.putObject("data")
        .put("requestId", ticket.id())
        .put("expiresAt", ticket.expiresAt().toString())
        .put("attemptsLeft", ticket.attemptsLeft());
    return Page.json(200, write(body));
  }

  /** The top one of the two ids names this very answer, for the service's own logs. */
  private Page queued(Ticket.Shown ticket) {
    var body =
        JSON.createObjectNode()
            .put("success", true)
            .put("statusCode", 201)
            .put("requestId", "req_" + Integer.toHexString(ticket.hashCode()))
            .put("timestamp", clock.instant().toString());
    body.putObject("data")
        .put("otpRequestId", ticket.id())
        .put("messageId", ticket.messageId())
        .put("status", "queued");
    return Page.json(201, write(body));
  }

  private Page begunLate(Ticket.Shown ticket) {
    return Page.json(
        200,
        write(
            JSON.createObjectNode()
                .put("success", true)
                .put("request_id", ticket.id())
                .put("channel", ticket.channel())
                .put("phone", ticket.phone().e164())
                .put("expires_at", ticket.expiresAt().toString())
                .put("message", "OTP sent")));
  }

  private Page check(Ask ask) {
    boolean second = settings.generation() == Generation.G2;
    var id = ask.text(second ? "otpRequestId" : "requestId");
    var code = ask.text(second ? "otp" : "otpCode");
    return switch (office.check(id, code)) {
      case Checked.Right right -> verified(true);
      case Checked.Wrong wrong -> verified(false);
      case Checked.No no ->
          no.trouble() == Trouble.OTP_EXPIRED && settings.quietExpiry()
              ? verified(false)
              : refuse(no.trouble(), Duration.ZERO);
    };
  }

  private static Page verified(boolean so) {
    var body = JSON.createObjectNode();
    body.putObject("data").put("verified", so);
    return Page.json(200, write(body));
  }

  private Page checkLate(Ask ask) {
    return switch (office.check(ask.text("request_id"), ask.text("otp"))) {
      case Checked.Right right ->
          Page.json(
              200,
              write(
                  JSON.createObjectNode()
                      .put("success", true)
                      .put("verified", true)
                      .put("phone", right.ticket().phone().e164())
                      .put("channel", right.ticket().channel())
                      .put("verified_at", clock.instant().toString())));
      case Checked.Wrong wrong -> unverified(wrong.ticket().attemptsLeft(), "Invalid OTP");
      case Checked.No no ->
          no.trouble() == Trouble.OTP_EXPIRED && settings.quietExpiry()
              ? unverified(0, "OTP has expired")
              : refuse(no.trouble(), Duration.ZERO);
    };
  }

  private static Page unverified(int attemptsLeft, String message) {
    return Page.json(
        200,
        write(
            JSON.createObjectNode()
                .put("success", true)
                .put("verified", false)
                .put("attempts_remaining", attemptsLeft)
                .put("message", message)));
  }

  private Page message(Ask ask) {
    return office
        .find(ask.path().substring("/messages/".length()))
        .map(
            ticket -> {
              var body = JSON.createObjectNode().put("success", true);
              body.putObject("data")
                  .put("messageId", ticket.messageId())
                  .put("status", "delivered");
              return Page.json(200, write(body));
            })
        .orElseGet(StartMessaging::notFound);
  }

  private Page refuse(Trouble trouble, Duration retryAfter) {
    var body = error(trouble.name(), trouble.message);
    if (retryAfter.isPositive()) {
      body.withObjectProperty("error").put("retry_after", retryAfter.toSeconds());
    }
    return Page.json(trouble.status, write(body));
  }

  private ObjectNode error(String word, String message) {
    var body = JSON.createObjectNode();
    if (settings.generation() == Generation.G4) {
      body.put("success", false);
    }
    body.putObject("error").put("code", word).put("message", message);
    return body;
  }

  private static Page notFound() {
    return Page.json(404, "{\"statusCode\":404,\"message\":\"Not Found\"}");
  }

  static String write(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
