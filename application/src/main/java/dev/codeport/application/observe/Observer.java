package dev.codeport.application.observe;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.verification.SendResult;
import java.time.Duration;

/**
 * Is told what happens, for metrics and logs. Called on the thread that does the work, so it must
 * be quick, and must not throw.
 */
public interface Observer {
  /**
   * @param outcome the result's name in lower case: leased, no-numbers, refused, unavailable,
   *     unknown
   */
  void leaseAnswered(ProviderId provider, String outcome, Duration took);

  /** A vendor has got into trouble, is tried again, or is well again. */
  void vendorFares(ProviderId provider, ProviderHealth health);

  /** The same of a sender of codes. */
  void senderFares(SenderId sender, ProviderHealth health);

  /** In how many ways a vendor's list and our books of a day differ. */
  void vendorReconciled(ProviderId provider, int differences);

  void smsReceived(ProviderId provider, Duration sincePlaced);

  void orderEnded(Ending ending);

  /**
   * Told now and then of what we have at each vendor.
   *
   * @param isOverLimit whether that is more than is to lie there
   */
  void vendorBalance(ProviderId provider, Money balance, boolean isOverLimit);

  /**
   * @param outcome 2xx, 3xx, 4xx, 5xx, unreachable, forbidden, erased
   */
  void webhookAttempted(String outcome, Duration took);

  void webhookDelivered(Duration sinceEvent);

  /** Told every few seconds: how long the longest waiting delivery has been due. */
  void webhookQueue(Duration longest);

  void sendAnswered(SenderId sender, SendResult result);

  /** A rule or a limit was against a verification. */
  void sendBlocked(String rule);

  /**
   * @param outcome right, wrong, ended, locked or unavailable
   */
  void guessChecked(String outcome);

  void workerRan(String worker, int done, Duration took);

  void workerFailed(String worker, RuntimeException fault);

  /** Watches nothing. */
  Observer NONE =
      new Observer() {
        @Override
        public void leaseAnswered(ProviderId provider, String outcome, Duration took) {}

        @Override
        public void vendorFares(ProviderId provider, ProviderHealth health) {}

        @Override
        public void senderFares(SenderId sender, ProviderHealth health) {}

        @Override
        public void vendorReconciled(ProviderId provider, int differences) {}

        @Override
        public void smsReceived(ProviderId provider, Duration sincePlaced) {}

        @Override
        public void orderEnded(Ending ending) {}

        @Override
        public void vendorBalance(ProviderId provider, Money balance, boolean isOverLimit) {}

        @Override
        public void webhookAttempted(String outcome, Duration took) {}

        @Override
        public void webhookDelivered(Duration sinceEvent) {}

        @Override
        public void webhookQueue(Duration longest) {}

        @Override
        public void sendAnswered(SenderId sender, SendResult result) {}

        @Override
        public void sendBlocked(String rule) {}

        @Override
        public void guessChecked(String outcome) {}

        @Override
        public void workerRan(String worker, int done, Duration took) {}

        @Override
        public void workerFailed(String worker, RuntimeException fault) {}
      };
}
