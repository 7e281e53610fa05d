package dev.codeport.bootstrap.watch;

import com.google.common.util.concurrent.AtomicDouble;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.codeport.application.observe.Observer;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.server.HttpObserver;
import dev.codeport.redis.RedisObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts and times what happens, for Prometheus. No label ever holds what a customer sent. */
public final class Metrics implements Observer, HttpObserver, RedisObserver, AutoCloseable {
  private static final String MONEY_THERE = "What we have at a vendor, in its currency";
  private static final String TOO_MUCH_THERE = "Whether more lies at a vendor than is to";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final MeterProvider<Timer> leases;
  private final MeterProvider<Counter> vendorFailures;
  private final Map<ProviderId, AtomicInteger> differences = new ConcurrentHashMap<>();
  private final Map<ProviderId, AtomicInteger> circuits = new ConcurrentHashMap<>();
  private final MeterProvider<Counter> trips;
  private final Map<SenderId, AtomicInteger> senderCircuits = new ConcurrentHashMap<>();
  private final MeterProvider<Counter> senderTrips;
  private final MeterProvider<Timer> sms;
  private final MeterProvider<Counter> endings;
  private final MeterProvider<Timer> webhookAttempts;
  private final MeterProvider<Timer> webhookDeliveries;
  private final AtomicLong webhookQueueMillis = new AtomicLong();
  private final MeterProvider<Counter> sends;
  private final MeterProvider<Counter> blocks;
  private final MeterProvider<Counter> guesses;
  private final MeterProvider<Timer> workers;
  private final MeterProvider<Counter> work;
  private final MeterProvider<Counter> workerFaults;
  private final MeterProvider<Timer> requests;
  private final MeterProvider<Counter> withoutRedis;
  private final AtomicInteger redisUp = new AtomicInteger();
  private final Map<Tags, AtomicDouble> balances = new ConcurrentHashMap<>();
  private final Map<Tags, AtomicDouble> overLimit = new ConcurrentHashMap<>();

  public Metrics() {
    leases = timer("codeport.leases", "How vendors answered when asked for a number");
    vendorFailures =
        counter("codeport.vendor.failures", "Answers of vendors that are missing or make no sense");
    trips = counter("codeport.vendor.trips", "How often a vendor began to be left alone, and why");
    senderTrips =
        counter("codeport.sender.trips", "How often a sender began to be left alone, and why");
    sms = timer("codeport.sms", "From the order to its first SMS");
    endings = counter("codeport.orders.ended", "How orders ended");
    webhookAttempts = timer("codeport.webhook.attempts", "Webhooks posted, by what was answered");
    webhookDeliveries = timer("codeport.webhook.delivered", "From the event to its arrival");
    Gauge.builder("codeport.webhook.queue.age", webhookQueueMillis, millis -> millis.get() / 1e3)
        .description("How long the longest waiting webhook has been due")
        .baseUnit("seconds")
        .register(registry);
    sends = counter("codeport.otp.sends", "How senders answered when asked to send a code");
    blocks =
        counter("codeport.otp.blocked", "Codes not sent because a rule or limit was against it");
    guesses = counter("codeport.otp.guesses", "What guesses came to");
    workers = timer("codeport.worker.runs", "Runs of the workers");
    work = counter("codeport.worker.done", "How much the workers did");
    workerFaults = counter("codeport.worker.faults", "Runs of the workers that failed");
    requests = timer("codeport.http.requests", "Requests answered");
    withoutRedis = counter("codeport.redis.fallbacks", "What was settled without Redis");
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Everything, in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  /** For the pool of database connections. */
  public MetricsTrackerFactory pool() {
    return new MicrometerMetricsTrackerFactory(registry);
  }

  @Override
  public void leaseAnswered(ProviderId provider, String outcome, Duration took) {
    leases.withTags("provider", provider.toString(), "outcome", outcome).record(took);
  }

  /**
   * @param asked what the vendor was asked about: offers, lease, poll, cancel, …
   */
  void vendorFailed(ProviderId provider, String asked) {
    vendorFailures.withTags("provider", provider.toString(), "asked", asked).increment();
  }

  @Override
  public void vendorFares(ProviderId provider, ProviderHealth health) {
    circuits
        .computeIfAbsent(provider, id -> circuit("vendor", Tags.of("provider", id.toString())))
        .set(number(health.circuit()));
    count(trips, Tags.of("provider", provider.toString()), health);
  }

  @Override
  public void senderFares(SenderId sender, ProviderHealth health) {
    senderCircuits
        .computeIfAbsent(sender, id -> circuit("sender", Tags.of("sender", id.toString())))
        .set(number(health.circuit()));
    count(senderTrips, Tags.of("sender", sender.toString()), health);
  }

  private static void count(MeterProvider<Counter> trips, Tags who, ProviderHealth health) {
    if (health.circuit() == ProviderHealth.Circuit.OPEN) {
      var cause = health.cause().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
      trips.withTags(who.and("cause", cause)).increment();
    }
  }

  private static int number(ProviderHealth.Circuit circuit) {
    return switch (circuit) {
      case CLOSED -> 0;
      case OPEN -> 1;
      case HALF_OPEN -> 2;
    };
  }

  private AtomicInteger circuit(String kind, Tags who) {
    var state = new AtomicInteger();
    Gauge.builder("codeport." + kind + ".circuit", state, AtomicInteger::get)
        .description("0: well, 1: left alone, 2: being tried again")
        .tags(who)
        .register(registry);
    return state;
  }

  @Override
  public void smsReceived(ProviderId provider, Duration sincePlaced) {
    sms.withTags("provider", provider.toString()).record(sincePlaced);
  }

  @Override
  public void orderEnded(Ending ending) {
    endings.withTags("ending", ending.name().toLowerCase(Locale.ROOT)).increment();
  }

  @Override
  public void vendorReconciled(ProviderId provider, int found) {
    differences.computeIfAbsent(provider, this::differences).set(found);
  }

  private AtomicInteger differences(ProviderId provider) {
    var count = new AtomicInteger();
    Gauge.builder("codeport.vendor.differences", count, AtomicInteger::get)
        .description("In how many ways the vendor's list of a day and our books differed")
        .tags("provider", provider.toString())
        .register(registry);
    return count;
  }

  @Override
  public void vendorBalance(ProviderId provider, Money balance, boolean isOverLimit) {
    var tags = Tags.of("provider", provider.toString(), "currency", balance.currency().code());
    balances
        .computeIfAbsent(tags, each -> gauge("codeport.vendor.balance", MONEY_THERE, each))
        .set(balance.amount().doubleValue());
    overLimit
        .computeIfAbsent(tags, each -> gauge("codeport.vendor.over.limit", TOO_MUCH_THERE, each))
        .set(isOverLimit ? 1 : 0);
  }

  private AtomicDouble gauge(String name, String help, Tags tags) {
    var value = new AtomicDouble();
    Gauge.builder(name, value, AtomicDouble::get).description(help).tags(tags).register(registry);
    return value;
  }

  @Override
  public void webhookAttempted(String outcome, Duration took) {
    webhookAttempts.withTags("outcome", outcome).record(took);
  }

  @Override
  public void webhookDelivered(Duration sinceEvent) {
    webhookDeliveries.withTags().record(sinceEvent);
  }

  @Override
  public void webhookQueue(Duration longest) {
    webhookQueueMillis.set(longest.toMillis());
  }

  @Override
  public void sendAnswered(SenderId sender, SendResult result) {
    sends
        .withTags(
            "sender",
            sender.toString(),
            "outcome",
            result.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void sendBlocked(String rule) {
    blocks.withTags("rule", rule).increment();
  }

  @Override
  public void guessChecked(String outcome) {
    guesses.withTags("outcome", outcome).increment();
  }

  @Override
  public void workerRan(String worker, int done, Duration took) {
    workers.withTags("worker", worker).record(took);
    work.withTags("worker", worker).increment(done);
  }

  @Override
  public void workerFailed(String worker, RuntimeException fault) {
    workerFaults.withTags("worker", worker).increment();
  }

  @Override
  public void served(String method, String route, int status, Duration took) {
    requests
        .withTags("method", method, "route", route, "status", Integer.toString(status))
        .record(took);
  }

  @Override
  public void redisAnswers(boolean up) {
    redisUp.set(up ? 1 : 0);
    Gauge.builder("codeport.redis.up", redisUp, AtomicInteger::get)
        .description("Whether Redis answers in time")
        .register(registry);
  }

  @Override
  public void fellBack(String part) {
    withoutRedis.withTags("part", part).increment();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private MeterProvider<Timer> timer(String name, String help) {
    return Timer.builder(name)
        .description(help)
        .serviceLevelObjectives(
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5))
        .withRegistry(registry);
  }

  private MeterProvider<Counter> counter(String name, String help) {
    return Counter.builder(name).description(help).withRegistry(registry);
  }
}
