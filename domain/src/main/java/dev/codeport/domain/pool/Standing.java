package dev.codeport.domain.pool;

import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * How a vendor stands with us.
 *
 * @param isShut whether it is not asked at present, because it is in trouble
 * @param balance what we have there, if that is known
 * @param limit how much of our money is to lie there at most, if that was set
 */
public record Standing(boolean isShut, Optional<Money> balance, Optional<Money> limit) {
  public static final Standing WELL = new Standing(false, Optional.empty(), Optional.empty());

  /** Whether more lies there than is to: what is there is lost if the vendor is. */
  public boolean isOverLimit() {
    return balance.isPresent()
        && limit
            .filter(most -> most.currency().equals(balance.get().currency()))
            .filter(most -> balance.get().isMoreThan(most))
            .isPresent();
  }
}
