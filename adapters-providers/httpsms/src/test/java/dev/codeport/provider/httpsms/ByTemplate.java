package dev.codeport.provider.httpsms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.MovableClock;
import dev.codeport.contract.TextGatewayContract;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

/** A template in one form, under the contract of all senders that carry texts. */
abstract class ByTemplate implements TextGatewayContract {
  private static final String TOLD = "https://codes.example.org/callbacks/sender";
  private static final String SECRET = "0123456789abcdef+&";

  private static final OkHttpClient CLIENT = Upstream.client(64);

  private final MovableClock clock = new MovableClock();
  final FakeGateway far = FakeGateway.start();

  /** How this form is set up. */
  abstract Map<String, String> template();

  private TextGateway adapter(String deadline) {
    var values = new HashMap<>(template());
    values.put("api-key", FakeGateway.KEY);
    values.put("deadline", deadline);
    for (var reason : reasons()) {
      var word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
      values.put("refused-" + word, "error[\">:]+" + reason + "[\"<]");
    }
    values.put("turned-away", "error[\">:]+busy");
    values.put("callback-secret", SECRET);
    values.put("callback-id", "id");
    values.put("callback-status", "status");
    values.put("callback-queued", "buffered");
    values.put("callback-sent", "sent, Submitted");
    values.put("callback-delivered", "DELIVRD");
    values.put("callback-undelivered", "expired, rejected");
    return HttpSmsFactory.open(
        new SenderId("sender"),
        HttpSmsSettings.read(new Section("sender.sender", values)),
        new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  @AfterEach
  void the_service_closes_with_its_faults_seen() {
    far.close();
    assertEquals(List.of(), far.pending());
  }

  @Override
  public TextGateway sender() {
    return adapter("10s");
  }

  @Override
  public TextGateway hurried() {
    return adapter("2s");
  }

  @Override
  public List<String> inbox(PhoneNumber phone) {
    return far.inbox(phone.digits());
  }

  @Override
  public Set<Reason> reasons() {
    return EnumSet.allOf(Reason.class);
  }

  @Override
  public void refuseNext(Reason reason) {
    far.plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying(reason.name()));
  }

  @Override
  public void turnAwayNext() {
    far.plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying("busy"));
  }

  @Override
  public void sayNext(int status, String body) {
    far.plan(Fault.answering(status, body));
  }

  @Override
  public void loseNextAnswer() {
    far.plan(Fault.of(Kind.LOST_ANSWER).on(Place.ANY));
  }

  @Override
  public void garbleNextAnswer() {
    far.plan(Fault.of(Kind.GARBLED).on(Place.ANY));
  }

  @Override
  public void holdNextAnswer() {
    far.plan(Fault.of(Kind.SILENCE).on(Place.ANY));
  }

  @Override
  public void fallSilent() {
    far.close();
  }

  @Override
  public void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Set<Status> told() {
    return EnumSet.allOf(Status.class);
  }

  @Override
  public Callback callback(Handle handle, Status status) {
    return told(SECRET, handle, status);
  }

  @Override
  public List<Callback> forgeries(Handle handle, Status status) {
    return List.of(
        told(SECRET + "x", handle, status),
        told(SECRET.substring(1), handle, status),
        told("", handle, status),
        told(SECRET, handle, status, "&secret=another"),
        new Callback("POST", URI.create(TOLD), Map.of(), "secret=" + encoded(SECRET)));
  }

  @Override
  public Handle stranger() {
    return new Handle("m-0");
  }

  private Callback told(String secret, Handle handle, Status status) {
    return told(secret, handle, status, "");
  }

  private Callback told(String secret, Handle handle, Status status, String more) {
    var word =
        switch (status) {
          case QUEUED -> "buffered";
          case SENT -> "submitted";
          case DELIVERED -> "delivrd";
          case UNDELIVERED -> "expired";
        };
    return call(
        TOLD + "?secret=" + encoded(secret) + more,
        "id=" + encoded(handle.value()) + "&status=" + word);
  }

  /**
   * How a gateway of this form calls.
   *
   * @param fields what it tells, as a form
   */
  Callback call(String address, String fields) {
    return new Callback("POST", URI.create(address), Map.of(), fields);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
