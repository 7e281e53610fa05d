package dev.codeport.bootstrap.watch;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.domain.pool.VendorCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor of which every answer that is missing or makes no sense is counted, and the first of a
 * minute logged. An adapter's details name the form of what came and never a part of it.
 */
public final class WatchedProvider implements NumberProvider {
  private static final System.Logger LOG = System.getLogger("dev.codeport.vendors");
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final NumberProvider vendor;
  private final Metrics metrics;
  private final InstantSource clock;
  private final Map<String, Instant> logged = new HashMap<>();

  public WatchedProvider(NumberProvider vendor, Metrics metrics, InstantSource clock) {
    this.vendor = vendor;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public ProviderProfile profile() {
    return vendor.profile();
  }

  @Override
  public ProviderHealth health() {
    return vendor.health();
  }

  @Override
  public Answer<VendorCatalog> catalog() {
    return heard("catalog", vendor.catalog());
  }

  @Override
  public PushResult readPush(Push push) {
    return vendor.readPush(push);
  }

  @Override
  public Answer<List<Offer>> offers() {
    return heard("offers", vendor.offers());
  }

  @Override
  public Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    return heard("offers", vendor.offers(country, platform));
  }

  @Override
  public LeaseResult lease(LeaseRequest request) {
    return heard("lease", vendor.lease(request));
  }

  @Override
  public Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    return heard("poll", vendor.poll(leases));
  }

  @Override
  public StepResult another(LeaseRef lease) {
    return heard("another", vendor.another(lease));
  }

  @Override
  public StepResult finish(LeaseRef lease) {
    return heard("finish", vendor.finish(lease));
  }

  @Override
  public CancelResult cancel(LeaseRef lease) {
    var result = vendor.cancel(lease);
    switch (result) {
      case CancelResult.Unavailable away -> failed("cancel", away.detail());
      case CancelResult.Unknown unknown -> failed("cancel", unknown.detail());
      case CancelResult.Canceled canceled -> {}
      case CancelResult.TooEarly early -> {}
      case CancelResult.HasSms has -> {}
      case CancelResult.Refused refused -> {}
    }
    return result;
  }

  @Override
  public QuoteResult quote(LeaseRef lease) {
    var result = vendor.quote(lease);
    if (result instanceof QuoteResult.Unavailable away) {
      failed("quote", away.detail());
    }
    return result;
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    return heard("reactivate", vendor.reactivate(lease, request));
  }

  @Override
  public Answer<List<Holding>> holdings(Instant since) {
    return heard("holdings", vendor.holdings(since));
  }

  @Override
  public Answer<Money> balance() {
    return heard("balance", vendor.balance());
  }

  @Override
  public String toString() {
    return vendor.toString();
  }

  private <T> Answer<T> heard(String asked, Answer<T> answer) {
    if (answer instanceof Answer.Missing<T> missing) {
      failed(asked, missing.detail());
    }
    return answer;
  }

  private LeaseResult heard(String asked, LeaseResult result) {
    switch (result) {
      case LeaseResult.Unavailable away -> failed(asked, away.detail());
      case LeaseResult.Unknown unknown -> failed(asked, unknown.detail());
      case LeaseResult.Leased leased -> {}
      case LeaseResult.NoNumbers none -> {}
      case LeaseResult.Refused refused -> {}
    }
    return result;
  }

  private StepResult heard(String asked, StepResult result) {
    if (result instanceof StepResult.Unavailable away) {
      failed(asked, away.detail());
    }
    return result;
  }

  private void failed(String asked, String detail) {
    metrics.vendorFailed(vendor.profile().id(), asked);
    if (isFirst(asked)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} gave no good answer about {1}: {2}",
          vendor.profile().id(),
          asked,
          detail);
    }
  }

  private synchronized boolean isFirst(String asked) {
    var now = clock.instant();
    var last = Optional.ofNullable(logged.get(asked));
    var first = last.filter(at -> at.plus(QUIET).isAfter(now)).isEmpty();
    if (first) {
      logged.put(asked, now);
    }
    return first;
  }
}
