package dev.codeport.bootstrap.faultrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What befalls a whole vendor for a while, when so many of all orders have been placed. */
final class Weather {
  private static final List<Mishap> KINDS =
      List.of(Mishap.REFUSED, Mishap.SILENT, Mishap.KEY_REVOKED);

  private final Market market;
  private final ExecutorService threads;
  private final Duration time;
  private final List<Storm> storms = new ArrayList<>();
  private final List<Future<Void>> blowing = new ArrayList<>();

  /**
   * @param at which share of all orders
   */
  private record Storm(double at, Vendor vendor, Mishap mishap, Duration time) {}

  /** Each vendor has some kinds of storms, or all; one of them is silent for long. */
  Weather(Market market, Scale scale, ExecutorService threads) {
    this.market = market;
    this.threads = threads;
    this.time = scale.deadline().multipliedBy(2);
    var random = new Random(scale.seed());
    var vendors = market.vendors();
    for (int i = 0; i < vendors.size(); i++) {
      for (int n = 0; n < scale.storms(); n++) {
        storms.add(storm(vendors.get(i), KINDS.get((i + n) % KINDS.size()), random));
      }
    }
    storms.add(new Storm(0.1, vendors.get(1), Mishap.SILENT, scale.longStorm()));
    storms.sort(Comparator.comparing(Storm::at));
  }

  /** Not early, so that a long one is over by then. */
  private Storm storm(Vendor vendor, Mishap mishap, Random random) {
    return new Storm(0.5 + 0.45 * random.nextDouble(), vendor, mishap, time);
  }

  /** How often each kind is to come. */
  Map<Mishap, Long> planned() {
    return storms.stream().collect(Collectors.groupingBy(Storm::mishap, Collectors.counting()));
  }

  void at(double share) {
    while (!storms.isEmpty() && storms.getFirst().at() <= share) {
      var storm = storms.removeFirst();
      if (storm.mishap() == Mishap.REFUSED) {
        market.movePrices(new Random(storms.size()));
      }
      blowing.add(threads.submit(() -> blow(storm)));
    }
  }

  /** Returns when all of them are over. */
  void end() throws InterruptedException, ExecutionException {
    at(1);
    for (var storm : blowing) {
      storm.get();
    }
  }

  private static Void blow(Storm storm) throws InterruptedException {
    storm.vendor().gate().weather(Optional.of(storm.mishap()));
    TimeUnit.MILLISECONDS.sleep(storm.time().toMillis());
    storm.vendor().gate().weather(Optional.empty());
    return null;
  }
}
