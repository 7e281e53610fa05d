package dev.codeport.application.observe;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Ending;
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

  void smsReceived(ProviderId provider, Duration sincePlaced);

  void orderEnded(Ending ending);

  void workerRan(String worker, int done, Duration took);

  void workerFailed(String worker, RuntimeException fault);

  /** Watches nothing. */
  Observer NONE =
      new Observer() {
        @Override
        public void leaseAnswered(ProviderId provider, String outcome, Duration took) {}

        @Override
        public void smsReceived(ProviderId provider, Duration sincePlaced) {}

        @Override
        public void orderEnded(Ending ending) {}

        @Override
        public void workerRan(String worker, int done, Duration took) {}

        @Override
        public void workerFailed(String worker, RuntimeException fault) {}
      };
}
