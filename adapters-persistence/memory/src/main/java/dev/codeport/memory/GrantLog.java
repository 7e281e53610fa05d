package dev.codeport.memory;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was granted of one key, the oldest first.
 *
 * @param over when none of it counts any more
 */
record GrantLog(List<Grant> grants, Instant over) {
  static final GrantLog NOTHING = new GrantLog(List.of(), Instant.MIN);

  record Grant(Instant at, String member) {}

  GrantLog {
    grants = List.copyOf(grants);
  }

  /** What of it counts now, for at most so long; what is later than now counts as of now. */
  GrantLog at(Instant now, Duration memory) {
    var counted =
        grants.stream()
            .map(grant -> grant.at.isAfter(now) ? new Grant(now, grant.member) : grant)
            .filter(grant -> grant.at.plus(memory).isAfter(now))
            .toList();
    return new GrantLog(counted, over);
  }

  boolean has(String member) {
    return grants.stream().anyMatch(grant -> grant.member.equals(member));
  }

  GrantLog and(String member, Instant now, Duration memory) {
    var more = new ArrayList<>(grants);
    more.add(new Grant(now, member));
    return new GrantLog(more, now.plus(memory));
  }

  /** Nothing when that was all. */
  Optional<GrantLog> without(String member) {
    var rest = grants.stream().filter(grant -> !grant.member.equals(member)).toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(new GrantLog(rest, over));
  }

  boolean isOver(Instant now) {
    return !over.isAfter(now);
  }

  /** When the next would be granted if no other were before; now if it is granted now. */
  Instant grantedFrom(Quota quota, Instant now) {
    var from = now;
    for (var window : quota.windows()) {
      from = later(from, roomFrom(window));
    }
    return unpausedFrom(quota, from);
  }

  /** How many would be granted at this moment, one after the other. */
  int more(Quota quota, Instant now) {
    int room =
        quota.windows().stream()
            .mapToInt(window -> window.count() - countedAt(now, window.period()))
            .min()
            .orElse(0);
    var newest = grants.getLast().at;
    for (int more = 0; more < room; more++) {
      if (newest.plus(quota.pauseAfter(grants.size() + more)).isAfter(now)) {
        return more;
      }
      if (more > quota.pauses().size()) {
        return room;
      }
      newest = now;
    }
    return Math.max(0, room);
  }

  /** The window has room when, of the newest that fill it, the oldest has left. */
  private Instant roomFrom(Limit window) {
    return grants.size() < window.count()
        ? Instant.MIN
        : grants.get(grants.size() - window.count()).at.plus(window.period());
  }

  /** A pause may end by itself, or become another because an old grant counts no more. */
  private Instant unpausedFrom(Quota quota, Instant from) {
    var at = from;
    while (true) {
      int counted = countedAt(at, quota.memory());
      if (counted == 0) {
        return at;
      }
      var unpaused = grants.getLast().at.plus(quota.pauseAfter(counted));
      if (!unpaused.isAfter(at)) {
        return at;
      }
      at = earlier(unpaused, grants.get(grants.size() - counted).at.plus(quota.memory()));
    }
  }

  private int countedAt(Instant moment, Duration period) {
    return (int) grants.stream().filter(grant -> grant.at.plus(period).isAfter(moment)).count();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
