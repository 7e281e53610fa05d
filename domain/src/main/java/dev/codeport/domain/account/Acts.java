package dev.codeport.domain.account;

import dev.codeport.domain.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The book of what the operator did. Only added to: nothing in it is ever changed or erased. */
public interface Acts {
  /** Writes it behind all others. */
  void write(Act act);

  /**
   * Makes a change and writes it down: both are kept or, when the process ends in between, neither.
   *
   * @param change made by calls of this storage alone, on this thread; asks nobody else
   * @param act what is to be written of what it answered; nothing of what was refused
   * @return what it answered
   */
  <T> T written(Supplier<T> change, Function<T, Optional<Act>> act);

  /**
   * With a number below {@code before}, newest first.
   *
   * @param account none: whomever they are about
   * @param limit 1 to 1001
   */
  List<Numbered> newest(Optional<AccountId> account, long before, int limit);

  /**
   * @param number positive, higher for what was written later; numbers may be left out
   */
  record Numbered(long number, Act act) {}
}
