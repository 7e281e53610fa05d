package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be sent, and how sending went. A delivery comes into being in the commit that brings
 * its event, one for each of the account's endpoints that hears of it at that moment and is not
 * disabled.
 */
public interface Deliveries {
  /**
   * What one worker wants.
   *
   * @param until nobody else is given them before then
   * @param most how many in all
   * @param each how many of one endpoint
   * @param failing of endpoints that fail, or of all others
   * @param busy endpoints to be passed over
   * @param busyAccounts accounts to be passed over
   */
  record Wanted(
      Instant until,
      int most,
      int each,
      boolean failing,
      Set<EndpointId> busy,
      Set<AccountId> busyAccounts) {
    public Wanted {
      busy = Set.copyOf(busy);
      busyAccounts = Set.copyOf(busyAccounts);
    }

    public boolean passesOver() {
      return !busy.isEmpty() || !busyAccounts.isEmpty();
    }
  }

  /**
   * Hands out what is due at active endpoints, those that have waited longest first; of two workers
   * that ask at once, each delivery goes to one. However many deliveries one endpoint has waiting,
   * the others' are found.
   */
  List<Claimed> claimDue(Instant now, Wanted wanted);

  /**
   * Notes an attempt, moves the delivery on, and keeps count of the endpoint's health.
   *
   * @return the endpoint's health after it; nothing when the delivery was meanwhile handed to
   *     somebody else, begun anew or removed: then nothing is noted
   */
  Optional<Health> record(Claimed claimed, DeliveryAttempt attempt, Next next);

  /** An endpoint's deliveries of events with a number below {@code before}, the newest first. */
  List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit);

  Optional<Delivery> delivery(AccountId account, EndpointId endpoint, long event);

  /** All attempts at a delivery, the first first. */
  List<DeliveryAttempt> attempts(AccountId account, EndpointId endpoint, long event);

  /**
   * Begins deliveries anew, due now, of events numbered {@code from} to {@code to} that the
   * endpoint hears of; at most {@code most}, by number. What is being sent at this moment is left
   * alone.
   *
   * @param failedOnly only those given up; else also those that arrived, and those that there never
   *     was a delivery of
   * @return how many
   */
  int redeliver(Endpoint endpoint, long from, long to, boolean failedOnly, int most, Instant now);

  /** Since when the delivery waits that has waited longest at an active endpoint. */
  Optional<Instant> waitingSince(Instant now);
}
