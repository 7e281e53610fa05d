package dev.codeport.application.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.verification.Verifications;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent for all accounts, what it cost, and how much of it was in vain. */
public interface ReadSends {
  int LONGEST_SPAN = 366;

  /**
   * What went out on these days (UTC), the oldest first. What was passed through to a sender
   * without being kept is not in it.
   *
   * @param to the last day, no more than {@link #LONGEST_SPAN} days after the first
   */
  List<Sent> sends(LocalDate from, LocalDate to);

  static ReadSends over(Verifications verifications, Map<SenderId, Money> prices) {
    return (from, to) ->
        verifications.sends(start(from), start(to.plusDays(1))).stream()
            .map(sends -> new Sent(sends, Optional.ofNullable(prices.get(sends.sender()))))
            .toList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * @param price of one message, by the settings; none where they have none
   */
  record Sent(Verifications.Sends sends, Optional<Money> price) {
    /** What all of it cost. */
    public Optional<Money> cost() {
      return price.map(one -> times(one, sends.messages()));
    }

    /** What that cost which was in vain. */
    public Optional<Money> fruitlessCost() {
      return price.map(one -> times(one, sends.fruitless()));
    }

    private static Money times(Money one, long count) {
      return new Money(Math.multiplyExact(one.micros(), count), one.currency());
    }
  }
}
