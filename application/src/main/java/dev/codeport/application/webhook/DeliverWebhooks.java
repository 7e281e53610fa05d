package dev.codeport.application.webhook;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Sends what is due, each delivery on a virtual thread of its own, so that a run returns while
 * receivers are still thinking. Runs when its time comes, when an account is heard of, and when
 * something ended of which more was waiting.
 */
public final class DeliverWebhooks implements Worker {
  private static final Logger LOG = System.getLogger(DeliverWebhooks.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LOOK_AT_QUEUE = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 100_000;

  /** An attempt lasts 15 seconds; the rest is for what comes before and after it. */
  static final Duration LEASE = Duration.ofSeconds(45);

  private final Webhooks webhooks;
  private final Courier courier;
  private final InstantSource clock;
  private final Observer observer;
  private final List<Lane> lanes = List.of(Lane.well(), Lane.ailing());
  private final AtomicBoolean waking = new AtomicBoolean();
  private final Underway underway = new Underway();
  private volatile boolean stopped;
  private volatile Instant queueSeen = Instant.MIN;
  private final Cache<AccountId, Boolean> listening =
      CacheBuilder.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  public DeliverWebhooks(
      Storage storage,
      WebhookTransport transport,
      WebhookBodies bodies,
      OrderRules rules,
      InstantSource clock,
      RandomGenerator random,
      Observer observer) {
    this.webhooks = storage.webhooks();
    this.courier =
        new Courier(
            webhooks,
            new NewsDesk(storage.orders(), rules),
            transport,
            bodies,
            clock,
            random,
            observer);
    this.clock = clock;
    this.observer = observer;
  }

  @Override
  public String name() {
    return "deliver-webhooks";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  /** Begins what is due; answers how much that was. */
  @Override
  public int runOnce(Instant now) {
    lookAtQueue(now);
    int begun = 0;
    for (var lane : lanes) {
      begun += begin(lane, now);
    }
    return begun;
  }

  @Override
  public void settle() {
    try {
      underway.awaitNone();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    stopped = true;
    settle();
  }

  /** This account has news: what it is owed is sent at once. Never waits. */
  public void hear(AccountId account) {
    var known = listening.getIfPresent(account);
    if (known == null) {
      background(() -> lookUp(account));
    } else if (known) {
      wake();
    }
  }

  private void lookUp(AccountId account) {
    var listens = !webhooks.endpoints(account).isEmpty();
    listening.put(account, listens);
    if (listens) {
      wake();
    }
  }

  /** Who wakes while a run is about to begin is served by it. */
  private void wake() {
    if (waking.compareAndSet(false, true)) {
      background(
          () -> {
            waking.set(false);
            runOnce(clock.instant());
          });
    }
  }

  private void background(Runnable work) {
    underway.begin();
    Thread.ofVirtual()
        .name(name())
        .start(
            () -> {
              try {
                guarded(work);
              } finally {
                underway.end();
              }
            });
  }

  private int begin(Lane lane, Instant now) {
    if (stopped) {
      return 0;
    }
    var taken = lane.take(webhooks, now, LEASE);
    taken.forEach(claimed -> background(() -> send(lane, claimed)));
    return taken.size();
  }

  private void send(Lane lane, Claimed claimed) {
    try {
      courier.deliver(claimed);
    } finally {
      if (lane.end(claimed.endpoint())) {
        wake();
      }
    }
  }

  private void lookAtQueue(Instant now) {
    if (!queueSeen.plus(LOOK_AT_QUEUE).isAfter(now)) {
      queueSeen = now;
      var since = webhooks.waitingSince(now);
      observer.webhookQueue(since.map(s -> Duration.between(s, now)).orElse(Duration.ZERO));
    }
  }

  /** What fails here is taken up again when its lease is over. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "worker " + name() + " failed", e);
      observer.workerFailed(name(), e);
    }
  }
}
