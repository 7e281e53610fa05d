package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor;
import dev.codeport.contract.FarVendor.Sold;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Brings SMS to the numbers that vendors gave: to most one with a code, to some none, or two, or
 * one that is strange. What a number gets is for the seed to say, not for the time.
 */
final class Postman {
  private final Market market;
  private final Scale scale;
  private final InstantSource clock;
  private final Seen seen;
  private final Map<Vendor, Integer> known = new HashMap<>();
  private final PriorityQueue<Letter> letters =
      new PriorityQueue<>(Comparator.comparing(Letter::at));

  private record Letter(Instant at, Vendor vendor, PhoneNumber phone, String text) {}

  Postman(Market market, Scale scale, InstantSource clock, Seen seen) {
    this.market = market;
    this.scale = scale;
    this.clock = clock;
    this.seen = seen;
  }

  /** Looks for new numbers, and brings what is due. */
  synchronized void round() {
    for (var vendor : market.vendors()) {
      var sold = vendor.far().sold();
      for (int i = known.getOrDefault(vendor, 0); i < sold.size(); i++) {
        write(vendor, sold.get(i), new Random(scale.seed() ^ vendor.name().hashCode() ^ 977L * i));
      }
      known.put(vendor, sold.size());
    }
    var now = clock.instant();
    while (!letters.isEmpty() && !letters.peek().at().isAfter(now)) {
      var letter = letters.remove();
      letter.vendor().far().deliver(letter.phone(), letter.text());
    }
  }

  /** At once, to a number by the vendor's id; answers whether that was waiting for it. */
  static boolean deliverTo(FarVendor vendor, String lease) {
    return vendor.sold().stream()
        .filter(sold -> sold.id().equals(lease) && sold.open() && sold.smsCount() == 0)
        .findFirst()
        .filter(sold -> vendor.deliver(sold.phone(), "Your code is 271828"))
        .isPresent();
  }

  private void write(Vendor vendor, Sold sold, Random random) {
    int fate = random.nextInt(100);
    var code = "Your code is " + (100_000 + random.nextInt(900_000));
    var first = sold.startedAt().plus(within(random));
    if (fate < 20) {
      note(Mishap.NO_SMS, vendor, sold);
    } else if (fate < 24) {
      send(List.of(first, first.plusMillis(700)), List.of(code, code), vendor, sold);
      note(Mishap.DUPLICATE_SMS, vendor, sold);
    } else if (fate < 28) {
      send(List.of(first), List.of("Welcome! Your account is ready."), vendor, sold);
      note(Mishap.NO_CODE, vendor, sold);
    } else if (fate < 33) {
      // Edited by the gate.
      send(List.of(first), List.of(code + " " + Edits.mark(random.nextInt(1 << 30))), vendor, sold);
    } else if (fate < 48) {
      var other = "Another code is " + (100_000 + random.nextInt(900_000));
      send(List.of(first, first.plus(within(random))), List.of(code, other), vendor, sold);
    } else {
      send(List.of(first), List.of(code), vendor, sold);
    }
  }

  private Duration within(Random random) {
    return Duration.ofMillis(100 + random.nextInt((int) scale.smsWithin().toMillis()));
  }

  private void send(List<Instant> times, List<String> texts, Vendor vendor, Sold sold) {
    for (int i = 0; i < times.size(); i++) {
      letters.add(new Letter(times.get(i), vendor, sold.phone(), texts.get(i)));
    }
  }

  private void note(Mishap mishap, Vendor vendor, Sold sold) {
    seen.add(
        new Struck(
            mishap,
            Place.STATUS,
            vendor.name(),
            Optional.of(sold.id()),
            sold.reference(),
            sold.startedAt()));
  }
}
