package dev.codeport.provider.twilioverify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.MovableClock;
import dev.codeport.contract.OtpSenderContract;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;

/** The adapter before the fake, under the contract of all senders that make their codes. */
final class TwilioVerifyTest implements OtpSenderContract {
  private static final OkHttpClient CLIENT = Upstream.client(64);

  private final MovableClock clock = new MovableClock();
  private final FakeTwilioVerify far = FakeTwilioVerify.start(clock);

  static OtpSender adapter(FakeTwilioVerify far, MovableClock clock, UpstreamLimits limits) {
    return TwilioVerifyFactory.open(
        new SenderId("sender"),
        TwilioVerifySettings.of(
                far.base(), FakeTwilioVerify.ACCOUNT, far.token(), FakeTwilioVerify.SERVICE)
            .withLimits(limits),
        new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  @AfterEach
  void the_service_closes_with_its_faults_seen() {
    far.close();
    assertEquals(List.of(), far.pending());
  }

  @Override
  public OtpSender sender() {
    return adapter(far, clock, UpstreamLimits.STANDARD);
  }

  @Override
  public OtpSender hurried() {
    return adapter(far, clock, UpstreamLimits.STANDARD.withDeadline(Duration.ofSeconds(2)));
  }

  /** After a right guess the verification is gone, as after the end. */
  @Override
  public boolean tellsUsedUp() {
    return false;
  }

  @Override
  public boolean tellsTooMany() {
    return true;
  }

  @Override
  public List<String> inbox(PhoneNumber phone) {
    return far.books().inbox(phone.e164());
  }

  @Override
  public Set<Reason> reasons() {
    return EnumSet.of(
        Reason.INVALID_NUMBER,
        Reason.UNREACHABLE,
        Reason.COUNTRY_BLOCKED,
        Reason.FRAUD,
        Reason.OPTED_OUT,
        Reason.TOO_MANY,
        Reason.ACCOUNT,
        Reason.UNSUPPORTED);
  }

  @Override
  public void refuseNext(Reason reason) {
    far.refuse(
        switch (reason) {
          case INVALID_NUMBER -> 60200;
          case UNREACHABLE -> 60205;
          case COUNTRY_BLOCKED -> 60605;
          case FRAUD -> 60410;
          case OPTED_OUT -> 21610;
          case TOO_MANY -> 60203;
          case ACCOUNT -> 20003;
          case UNSUPPORTED -> 60204;
          case BALANCE, OTHER -> 60206;
        });
  }

  @Override
  public void turnAwayNext() {
    sayNext(429, "{\"code\":60212,\"message\":\"Too many concurrent requests\",\"status\":429}");
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

  /** Nothing that one could take without its event streams. */
  @Override
  public Set<Status> told() {
    return Set.of();
  }

  @Override
  public Callback callback(Handle handle, Status status) {
    throw new AssertionError("it never calls");
  }

  @Override
  public List<Callback> forgeries(Handle handle, Status status) {
    return List.of();
  }

  @Override
  public Handle stranger() {
    return new Handle("VE00000000000000000000000000000000");
  }
}
