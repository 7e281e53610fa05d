package dev.codeport.bootstrap.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Answers that make no sense do not pass unnoticed, and do not fill the log. */
class WatchedProviderTest {
  private static final String SECRET = "8675309";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.codeport.vendors");
  private volatile Instant now = Instant.parse("2031-01-02T12:00:00Z");
  private final Metrics metrics = new Metrics();
  private final SandboxVendor vendor =
      SandboxVendor.start(SandboxSettings.cheap().withSuccess(0), () -> now, new Random(1));
  private final NumberProvider watched = new WatchedProvider(provider(), metrics, () -> now);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    vendor.close();
    metrics.close();
  }

  @Test
  void counts_every_answer_that_makes_no_sense_and_logs_the_first_of_a_minute() {
    for (int i = 0; i < 3; i++) {
      garble(Place.BALANCE);
      assertInstanceOf(Answer.Missing.class, watched.balance());
    }
    now = now.plus(Duration.ofSeconds(61));
    garble(Place.BALANCE);
    watched.balance();

    assertEquals(4, failures("balance"));
    assertEquals(
        List.of(
            "below gave no good answer about balance: HTTP 200 with a page",
            "below gave no good answer about balance: HTTP 200 with a page"),
        lines());
  }

  @Test
  void tells_what_was_asked_apart() {
    garble(Place.LEASE);
    var lease = watched.lease(request());
    garble(Place.CANCEL);
    watched.cancel(new LeaseRef(watched.profile().id(), "1"));

    assertInstanceOf(LeaseResult.Unknown.class, lease);
    assertEquals(1, failures("lease"));
    assertEquals(1, failures("cancel"));
    assertEquals(2, lines().size());
  }

  @Test
  void says_nothing_of_what_went_well_or_was_refused() {
    assertInstanceOf(Answer.Given.class, watched.balance());
    assertInstanceOf(LeaseResult.Leased.class, watched.lease(request()));
    watched.finish(new LeaseRef(watched.profile().id(), "1"));

    assertFalse(metrics.scrape().contains("codeport_vendor_failures_total{"));
    assertEquals(List.of(), lines());
  }

  @Test
  void shows_nothing_of_what_came() {
    vendor.plan(
        Fault.of(Kind.GARBAGE).on(Place.BALANCE).saying("<html>code " + SECRET + "</html>"));
    watched.balance();

    assertFalse(lines().toString().contains(SECRET), lines().toString());
    assertFalse(metrics.scrape().contains(SECRET));
    assertTrue(vendor.pending().isEmpty());
  }

  private void garble(Place place) {
    vendor.plan(Fault.of(Kind.GARBAGE).on(place));
  }

  private double failures(String asked) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith("codeport_vendor_failures_total{"))
        .filter(line -> line.contains("asked=\"" + asked + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static LeaseRequest request() {
    return new LeaseRequest(
        "ref",
        Atlas.standard().countryByIso("id").orElseThrow(),
        Atlas.standard().platformBySlug("whatsapp").orElseThrow(),
        Optional.empty(),
        Money.of(100, Currency.USD));
  }

  private NumberProvider provider() {
    var settings =
        Map.of(
            "vendor", "vanilla",
            "url", vendor.baseUri().toString(),
            "api-key", vendor.apiKey().reveal());
    return ProviderFactory.named("handlerapi")
        .open(
            new ProviderId("below"),
            new Section("provider.below", settings),
            new Surroundings(Atlas.standard(), () -> now, Upstream.client(4)));
  }
}
