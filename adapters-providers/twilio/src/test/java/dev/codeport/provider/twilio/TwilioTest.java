package dev.codeport.provider.twilio;

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
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

/** The adapter before the fake, under the contract of all senders that carry texts. */
final class TwilioTest implements TextGatewayContract {
  static final String TOLD = "https://codes.example.org/callbacks/sender";

  private static final OkHttpClient CLIENT = Upstream.client(64);

  private final MovableClock clock = new MovableClock();
  private final FakeTwilio far = FakeTwilio.start(clock);

  static TextGateway adapter(FakeTwilio far, MovableClock clock, UpstreamLimits limits) {
    return TwilioFactory.open(
        new SenderId("sender"),
        TwilioSettings.of(far.base(), FakeTwilio.ACCOUNT, far.token(), "+447700900999")
            .withCallback(URI.create(TOLD))
            .withLimits(limits),
        new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  @AfterEach
  void the_service_closes_with_its_faults_seen() {
    far.close();
    assertEquals(List.of(), far.pending());
  }

  @Override
  public TextGateway sender() {
    return adapter(far, clock, UpstreamLimits.STANDARD);
  }

  @Override
  public TextGateway hurried() {
    return adapter(far, clock, UpstreamLimits.STANDARD.withDeadline(Duration.ofSeconds(2)));
  }

  @Override
  public List<String> inbox(PhoneNumber phone) {
    return far.inbox(phone.e164());
  }

  @Override
  public Set<Reason> reasons() {
    return EnumSet.of(
        Reason.INVALID_NUMBER,
        Reason.UNREACHABLE,
        Reason.COUNTRY_BLOCKED,
        Reason.FRAUD,
        Reason.OPTED_OUT,
        Reason.ACCOUNT);
  }

  @Override
  public void refuseNext(Reason reason) {
    var code =
        switch (reason) {
          case INVALID_NUMBER -> "21211";
          case UNREACHABLE -> "21614";
          case COUNTRY_BLOCKED -> "21408";
          case FRAUD -> "30450";
          case OPTED_OUT -> "21610";
          case ACCOUNT -> "20003";
          case TOO_MANY, BALANCE, UNSUPPORTED, OTHER -> "21617";
        };
    far.plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying(code));
  }

  @Override
  public void turnAwayNext() {
    far.plan(Fault.of(Kind.REFUSE).on(Place.SEND).saying("20429"));
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
    return Signed.form(TOLD, TOLD, fields(handle, status), far.token().reveal());
  }

  @Override
  public List<Callback> forgeries(Handle handle, Status status) {
    var fields = fields(handle, status);
    var genuine = callback(handle, status);
    var signature = genuine.header("x-twilio-signature").orElseThrow();
    return List.of(
        Signed.form(TOLD, TOLD, fields, "another token"),
        Signed.form("https://evil.example/callbacks/sender", TOLD, fields, far.token().reveal()),
        Signed.post(TOLD, genuine.body() + "&MessageStatus=delivered2", signature),
        Signed.post(TOLD + "?more=1", genuine.body(), signature),
        Signed.post(TOLD, genuine.body(), ""),
        Signed.post(TOLD, genuine.body(), signature.substring(1)),
        new Callback("POST", genuine.url(), Map.of(), genuine.body()));
  }

  @Override
  public Handle stranger() {
    return new Handle("SM00000000000000000000000000000000");
  }

  static Map<String, String> fields(Handle handle, Status status) {
    var word =
        switch (status) {
          case QUEUED -> "queued";
          case SENT -> "sent";
          case DELIVERED -> "delivered";
          case UNDELIVERED -> "undelivered";
        };
    return Map.of(
        "MessageSid",
        handle.value(),
        "SmsSid",
        handle.value(),
        "MessageStatus",
        word,
        "SmsStatus",
        word,
        "To",
        "+447700900100",
        "From",
        "+447700900999",
        "AccountSid",
        FakeTwilio.ACCOUNT,
        "ApiVersion",
        "2010-04-01",
        "ErrorCode",
        status == Status.UNDELIVERED ? "30003" : "");
  }
}
