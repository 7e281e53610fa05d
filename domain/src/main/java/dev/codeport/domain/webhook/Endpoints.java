package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;
import java.util.List;
import java.util.Optional;

/** Keeps the endpoints of our own API; events that are committed from then on count. */
public interface Endpoints {
  /**
   * @return false when the account has {@code most} of this style already
   */
  boolean add(Endpoint endpoint, int most);

  /** One of the account's, of whichever style. */
  Optional<Endpoint> endpoint(AccountId account, EndpointId id);

  /** All of the account's, of whichever style, the oldest first. */
  List<Endpoint> endpoints(AccountId account);

  /**
   * @return false when it is not at the revision before, or there is none any more
   */
  boolean replace(Endpoint next);

  /**
   * Takes it away, with its deliveries.
   *
   * @return whether there was one
   */
  boolean remove(AccountId account, EndpointId id);
}
