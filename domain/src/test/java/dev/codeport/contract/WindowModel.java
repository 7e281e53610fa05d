package dev.codeport.contract;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

/**
 * A log of all that was ever granted, and a clock of its own, in microseconds. It knows no formula:
 * it says whether something is granted at a moment, and to know when, it tries every moment at
 * which that could change.
 */
final class WindowModel {
  private record Grant(long at, String member) {}

  private List<Grant> log = new ArrayList<>();
  private long now = 1_000_000_000;

  /** One to three windows and up to four pauses, of odd lengths that cross each other. */
  static Quota quota(Random random) {
    List<Limit> windows = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      windows.add(Limit.of(1 + random.nextInt(8)).per(micros(1 + random.nextInt(90_000_000))));
    }
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0, pause = 0; i < random.nextInt(5); i++) {
      pause += random.nextInt(20_000_000);
      pauses.add(random.nextInt(6) == 0 ? Duration.ZERO : micros(pause));
    }
    return new Quota(windows, pauses);
  }

  /** Some part of the longest window, or of so many parts of it the first. */
  static Duration within(Random random, Quota quota, int parts) {
    return micros((long) (random.nextDouble() * toMicros(quota.memory()) / parts));
  }

  /** Sometimes none, sometimes exactly until the next moment at which something changes. */
  Duration nextPause(Random random, Quota quota) {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> micros(Math.max(0, firstChange(quota) - random.nextInt(2)));
      default -> within(random, quota, 6);
    };
  }

  void pass(Duration time) {
    now += toMicros(time);
  }

  Decision take(Quota quota, String member) {
    if (counted(quota, now).stream().noneMatch(grant -> grant.member.equals(member))) {
      if (!grants(quota, now)) {
        return new Decision.Denied(micros(firstGrant(quota) - now));
      }
      refund(member);
      add(member);
    }
    return new Decision.Granted(more(quota));
  }

  Decision peek(Quota quota) {
    var before = List.copyOf(log);
    var decision = take(quota, "peek");
    log = new ArrayList<>(before);
    return decision;
  }

  void refund(String member) {
    log.removeIf(grant -> grant.member.equals(member));
  }

  void add(String member) {
    log.add(new Grant(now, member));
  }

  /** Whether every window has room now. */
  boolean hasRoom(Quota quota) {
    return quota.windows().stream().allMatch(window -> since(window, now) < window.count());
  }

  private boolean grants(Quota quota, long at) {
    var counted = counted(quota, at);
    var paused =
        !counted.isEmpty()
            && at < counted.getLast().at + toMicros(quota.pauseAfter(counted.size()));
    return !paused
        && quota.windows().stream().allMatch(window -> since(window, at) < window.count());
  }

  private int more(Quota quota) {
    var before = List.copyOf(log);
    int more = 0;
    while (grants(quota, now)) {
      add("more " + more++);
    }
    log = new ArrayList<>(before);
    return more;
  }

  private long firstGrant(Quota quota) {
    return moments(quota).tailSet(now, false).stream()
        .filter(at -> grants(quota, at))
        .findFirst()
        .orElseThrow();
  }

  private long firstChange(Quota quota) {
    var next = moments(quota).higher(now);
    return next == null ? 0 : next - now;
  }

  private NavigableSet<Long> moments(Quota quota) {
    var moments = new TreeSet<Long>();
    for (var grant : log) {
      quota.windows().forEach(window -> moments.add(grant.at + toMicros(window.period())));
      quota.pauses().forEach(pause -> moments.add(grant.at + toMicros(pause)));
    }
    return moments;
  }

  private long since(Limit window, long at) {
    return log.stream().filter(grant -> at - grant.at < toMicros(window.period())).count();
  }

  private List<Grant> counted(Quota quota, long at) {
    return log.stream().filter(grant -> at - grant.at < toMicros(quota.memory())).toList();
  }

  private static Duration micros(long count) {
    return Duration.ofNanos(count * 1_000);
  }

  private static long toMicros(Duration time) {
    return time.toNanos() / 1_000;
  }
}
