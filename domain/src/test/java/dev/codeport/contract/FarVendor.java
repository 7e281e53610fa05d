package dev.codeport.contract;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The fake of a vendor, on loopback and with books of its own, for those who want more of it than
 * its dialect's own tests: it sells numbers of Indonesia for WhatsApp and Telegram, whose SMS do
 * not come by themselves.
 */
public interface FarVendor extends AutoCloseable {
  /** Where it is, as the dialect's setting {@code url} says it. */
  URI base();

  /** What requests must carry, the setting {@code api-key}. */
  Secret token();

  /** From now on there are so many numbers on each shelf, at this price. */
  void stock(Money price, int count);

  /** An SMS arrives now; answers whether a number was waiting for it. */
  boolean deliver(PhoneNumber phone, String text);

  /** Every number it ever gave, oldest first. */
  List<Sold> sold();

  @Override
  void close();

  /**
   * A number, as the vendor's own books show it.
   *
   * @param id as it stands in a {@code LeaseRef}
   * @param reference what the buyer called it, if it did
   * @param cost what it took, given back or not
   * @param smsCount how many SMS came
   */
  record Sold(
      String id,
      Optional<String> reference,
      PhoneNumber phone,
      Money cost,
      Instant startedAt,
      boolean open,
      boolean refunded,
      int smsCount) {}
}
