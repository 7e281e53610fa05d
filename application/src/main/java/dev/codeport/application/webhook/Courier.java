package dev.codeport.application.webhook;

import dev.codeport.application.observe.Observer;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.News;
import dev.codeport.domain.webhook.Next;
import dev.codeport.domain.webhook.RetryAfter;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.WebhookTransport.Outcome;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes one attempt at a delivery: words it, signs it, posts it, and records how it went. */
final class Courier {
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final Webhooks webhooks;
  private final NewsDesk desk;
  private final WebhookTransport transport;
  private final WebhookBodies bodies;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Observer observer;

  Courier(
      Webhooks webhooks,
      NewsDesk desk,
      WebhookTransport transport,
      WebhookBodies bodies,
      InstantSource clock,
      RandomGenerator random,
      Observer observer) {
    this.webhooks = webhooks;
    this.desk = desk;
    this.transport = transport;
    this.bodies = bodies;
    this.clock = clock;
    this.random = random;
    this.observer = observer;
  }

  void deliver(Claimed claimed) {
    var now = clock.instant();
    var news = desk.news(claimed.delivery().event(), now);
    if (news.isPresent()) {
      attempt(claimed, news.get(), now);
    } else {
      var attempt = unsent(claimed, now, "there is nothing left to tell");
      webhooks.record(claimed, attempt, new Next.GivenUp());
      observer.webhookAttempted("erased", Duration.ZERO);
    }
  }

  private void attempt(Claimed claimed, News news, Instant now) {
    var endpoint = claimed.endpoint();
    var body = bodies.body(endpoint.style(), news);
    var headers = Stamp.headers(endpoint, claimed.delivery().messageId(), now, body);
    var began = System.nanoTime();
    var outcome = transport.post(endpoint.url(), headers, body);
    var took = Duration.ofNanos(System.nanoTime() - began);
    var ended = clock.instant();
    var next = next(claimed, outcome, ended);
    webhooks
        .record(claimed, sent(claimed, now, took, outcome), next)
        .ifPresent(health -> disableIfDue(claimed, outcome, health, ended));
    observer.webhookAttempted(word(outcome), took);
    if (next instanceof Next.Delivered) {
      observer.webhookDelivered(Duration.between(news.event().event().at(), ended));
    }
  }

  private Next next(Claimed claimed, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Answered answered when isSuccess(answered.status()) -> new Next.Delivered();
      case Outcome.Answered answered when answered.status() == GONE -> new Next.GivenUp();
      case Outcome.Answered answered -> again(claimed, wish(answered, now), now);
      case Outcome.Unreachable unreachable -> again(claimed, Optional.empty(), now);
      case Outcome.Forbidden forbidden -> again(claimed, Optional.empty(), now);
    };
  }

  private Next again(Claimed claimed, Optional<Duration> wish, Instant now) {
    return claimed
        .endpoint()
        .style()
        .schedule()
        .pauseAfter(claimed.delivery().tries() + 1, wish, random)
        .<Next>map(pause -> new Next.Retry(now.plus(pause)))
        .orElseGet(Next.GivenUp::new);
  }

  private static Optional<Duration> wish(Outcome.Answered answered, Instant now) {
    return answered.status() == TOO_MANY || answered.status() == UNAVAILABLE
        ? answered.retryAfter().flatMap(text -> RetryAfter.parse(text, now))
        : Optional.empty();
  }

  /** Unless its owner has changed it meanwhile. */
  private void disableIfDue(Claimed claimed, Outcome outcome, Health health, Instant now) {
    var gone = outcome instanceof Outcome.Answered answered && answered.status() == GONE;
    claimed
        .endpoint()
        .disabling(health, gone, now)
        .map(reason -> claimed.endpoint().withHealth(health).disabled(reason, now))
        .ifPresent(webhooks::replace);
  }

  private static DeliveryAttempt sent(Claimed claimed, Instant at, Duration took, Outcome outcome) {
    int number = claimed.attempts() + 1;
    return switch (outcome) {
      case Outcome.Answered answered ->
          new DeliveryAttempt(
              number,
              at,
              took,
              Optional.of(answered.status()),
              Optional.empty(),
              answered.beginning());
      case Outcome.Unreachable unreachable ->
          new DeliveryAttempt(
              number, at, took, Optional.empty(), Optional.of(unreachable.reason()), "");
      case Outcome.Forbidden forbidden ->
          new DeliveryAttempt(
              number,
              at,
              took,
              Optional.empty(),
              Optional.of("the address " + forbidden.reason()),
              "");
    };
  }

  private static DeliveryAttempt unsent(Claimed claimed, Instant at, String why) {
    return new DeliveryAttempt(
        claimed.attempts() + 1, at, Duration.ZERO, Optional.empty(), Optional.of(why), "");
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  /** Few different words, for metrics. */
  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered.status() / 100 + "xx";
      case Outcome.Unreachable unreachable -> "unreachable";
      case Outcome.Forbidden forbidden -> "forbidden";
    };
  }
}
