package dev.codeport.provider.twilioverify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.FaultPlan;
import dev.codeport.provider.sandbox.Loopback;
import dev.codeport.provider.sandbox.Mishaps;
import dev.codeport.provider.sandbox.Page;
import dev.codeport.provider.sandbox.SharedRandom;
import dev.codeport.provider.twilioverify.Books.Refusal;
import dev.codeport.provider.twilioverify.Books.Verification;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;

/** Twilio Verify as its documents and its OpenAPI description show it, over HTTP on loopback. */
final class FakeTwilioVerify implements AutoCloseable {
  static final String SERVICE = "VA0123456789abcdef0123456789abcdef";
  static final String ACCOUNT = "ACfedcba9876543210fedcba9876543210";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Splitter FIELDS = Splitter.on('&').omitEmptyStrings();

  private final Secret token = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private final FaultPlan faults = new FaultPlan(new SharedRandom(new Random(7)));
  private final Mishaps mishaps = new Mishaps(faults);
  private final Books books;
  private final HttpServer server = Loopback.listen(0);
  private volatile Map<String, String> lastForm = Map.of();

  private FakeTwilioVerify(InstantSource clock) {
    books = new Books(clock);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  static FakeTwilioVerify start(InstantSource clock) {
    return new FakeTwilioVerify(clock);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Secret token() {
    return token;
  }

  Books books() {
    return books;
  }

  Map<String, String> lastForm() {
    return lastForm;
  }

  void plan(Fault fault) {
    faults.add(List.of(fault));
  }

  /** The next send is refused with this code. */
  void refuse(int code) {
    plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying("" + code));
  }

  List<Fault> pending() {
    return faults.pending();
  }

  @Override
  public void close() {
    mishaps.close();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      lastForm = form;
      var path = exchange.getRequestURI().getPath();
      var authorized = isAuthorized(exchange.getRequestHeaders().getFirst("Authorization"));
      mishaps.serve(
          exchange,
          path.endsWith("/VerificationCheck") ? Place.CHECK : Place.SEND,
          new Mishaps.Act() {
            @Override
            public Page carryOut(Optional<Kind> twist) {
              return authorized ? answer(path, form) : refuse("20003");
            }

            @Override
            public Page refuse(String token) {
              return error(Integer.parseInt(token));
            }
          });
    }
  }

  private Page answer(String path, Map<String, String> form) {
    try {
      return switch (path) {
        case "/v2/Services/" + SERVICE + "/Verifications" ->
            Page.json(
                201,
                shown(books.send(field(form, "To"), field(form, "Channel")), Optional.empty()));
        case "/v2/Services/" + SERVICE + "/VerificationCheck" -> {
          var checked = books.check(field(form, "VerificationSid"), field(form, "Code"));
          yield Page.json(200, shown(checked, Optional.of(checked.status.equals("approved"))));
        }
        default -> error(20404);
      };
    } catch (Refusal refusal) {
      return error(refusal.code);
    }
  }

  private static String shown(Verification verification, Optional<Boolean> valid) {
    var json =
        JSON.createObjectNode()
            .put("sid", verification.sid)
            .put("service_sid", SERVICE)
            .put("account_sid", ACCOUNT)
            .put("to", verification.to)
            .put("channel", "sms")
            .put("status", verification.status)
            .put("valid", valid.orElse(false))
            .put("date_created", verification.createdAt.toString())
            .put("date_updated", verification.createdAt.toString())
            .putNull("amount")
            .putNull("payee");
    var attempts = json.putArray("send_code_attempts");
    for (int i = 0; i < verification.sends; i++) {
      attempts.addObject().put("channel", "SMS").put("attempt_sid", "VL" + i);
    }
    return json.toString();
  }

  private static Page error(int code) {
    var message =
        switch (code) {
          case 60200 -> "Invalid parameter `To`: +44770090010";
          case 60203 -> "Max send attempts reached";
          case 60202 -> "Max check attempts reached";
          case 20003 -> "Authenticate";
          case 20404 -> "The requested resource /Services/…/VerificationCheck was not found";
          default -> "Refused";
        };
    return Page.json(
        status(code),
        JSON.createObjectNode()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status(code))
            .toString());
  }

  private static int status(int code) {
    return switch (code) {
      case 20003 -> 401;
      case 20404 -> 404;
      case 20429, 60202, 60203, 60212 -> 429;
      case 60204, 60205, 60410, 60605 -> 403;
      default -> 400;
    };
  }

  private boolean isAuthorized(String header) {
    var right =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + token.reveal()).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + right).equals(header);
  }

  private static String field(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }

  private static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    for (var pair : FIELDS.split(body)) {
      var cut = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
    }
    return form;
  }
}
