package dev.codeport.provider.startmessaging;

import dev.codeport.contract.MovableClock;
import dev.codeport.contract.SenderStage;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.Sender;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.sender.Notice;
import dev.codeport.provider.sandbox.sender.Phones;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;

/** A sandbox of one generation, and how it is moved. */
interface Stage extends SenderStage {
  OkHttpClient CLIENT = Upstream.client(64);

  SandboxSender far();

  MovableClock clock();

  static SandboxSender sandbox(
      dev.codeport.provider.sandbox.sender.Generation generation, MovableClock clock) {
    var settings = SandboxSenderSettings.standard().withGeneration(generation);
    return SandboxSender.start(settings, clock, new Random(7));
  }

  static Sender adapter(
      Generation generation, SandboxSender far, MovableClock clock, UpstreamLimits limits) {
    return StartMessagingFactory.open(
        new SenderId("sender"),
        StartMessagingSettings.of(generation, far.baseUri(), far.apiKey())
            .withWebhookSecret(far.webhookSecret())
            .withLimits(limits),
        new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  static UpstreamLimits hurry() {
    return UpstreamLimits.STANDARD.withDeadline(Duration.ofSeconds(2));
  }

  @Override
  default List<String> inbox(PhoneNumber phone) {
    return far().phones().inbox(phone).stream().map(Phones.Message::text).toList();
  }

  @Override
  default Set<Reason> reasons() {
    return EnumSet.of(
        Reason.INVALID_NUMBER,
        Reason.COUNTRY_BLOCKED,
        Reason.UNSUPPORTED,
        Reason.TOO_MANY,
        Reason.BALANCE,
        Reason.ACCOUNT);
  }

  @Override
  default void refuseNext(Reason reason) {
    far()
        .plan(
            Fault.of(Kind.REFUSE)
                .on(Place.SEND)
                .saying(
                    switch (reason) {
                      case INVALID_NUMBER -> "INVALID_PHONE";
                      case COUNTRY_BLOCKED -> "UNSUPPORTED_COUNTRY";
                      case UNSUPPORTED -> "CHANNEL_UNAVAILABLE";
                      case TOO_MANY -> "RATE_LIMITED";
                      case BALANCE -> "INSUFFICIENT_CREDITS";
                      case ACCOUNT -> "UNAUTHORIZED";
                      case UNREACHABLE, FRAUD, OPTED_OUT, OTHER -> "SOMETHING_NEW";
                    }));
  }

  @Override
  default void turnAwayNext() {
    sayNext(429, "{\"message\":\"Too Many Requests\"}");
  }

  @Override
  default void sayNext(int status, String body) {
    far().plan(Fault.answering(status, body));
  }

  @Override
  default void loseNextAnswer() {
    far().plan(Fault.of(Kind.LOST_ANSWER).on(Place.ANY));
  }

  @Override
  default void garbleNextAnswer() {
    far().plan(Fault.of(Kind.GARBLED).on(Place.ANY));
  }

  @Override
  default void holdNextAnswer() {
    far().plan(Fault.of(Kind.SILENCE).on(Place.ANY));
  }

  @Override
  default void fallSilent() {
    far().close();
  }

  @Override
  default void advance(Duration time) {
    clock().advance(time);
  }

  @Override
  default Instant now() {
    return clock().instant();
  }

  @Override
  default Set<Status> told() {
    return EnumSet.allOf(Status.class);
  }

  @Override
  default Callback callback(Handle handle, Status status) {
    var notice = far().notice(handle.value(), word(status));
    return callback(notice.body(), Map.of(Notice.HEADER, List.of(notice.signature())));
  }

  @Override
  default List<Callback> forgeries(Handle handle, Status status) {
    var notice = far().notice(handle.value(), word(status));
    var other = far().notice(handle.value(), word(status));
    return List.of(
        callback(notice.body(), Map.of()),
        callback(notice.body(), Map.of(Notice.HEADER, List.of(""))),
        callback(notice.body(), Map.of(Notice.HEADER, List.of("é".repeat(64)))),
        callback(notice.body(), Map.of(Notice.HEADER, List.of(other.signature()))),
        callback(
            notice.body(), Map.of(Notice.HEADER, List.of(other.signature(), notice.signature()))),
        callback(notice.body() + " ", Map.of(Notice.HEADER, List.of(notice.signature()))),
        callback(notice.body(), Map.of(Notice.HEADER, List.of(notice.signature().substring(1)))));
  }

  @Override
  default Handle stranger() {
    return new Handle("req_0123456789abcdef01234567");
  }

  static Callback callback(String body, Map<String, List<String>> headers) {
    return new Callback(
        "POST", URI.create("https://codes.example.org/callbacks/sender"), headers, body);
  }

  private static String word(Status status) {
    return switch (status) {
      case QUEUED -> "queued";
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case UNDELIVERED -> "failed";
    };
  }
}
