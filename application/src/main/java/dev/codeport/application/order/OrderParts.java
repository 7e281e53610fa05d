package dev.codeport.application.order;

import dev.codeport.application.account.AccountDirectory;
import dev.codeport.application.catalog.LiveStock;
import dev.codeport.application.catalog.Pool;
import dev.codeport.application.catalog.TierDirectory;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.pricing.Prices;
import dev.codeport.application.routing.Routing;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.code.CodeExtractor;
import dev.codeport.domain.order.AbuseGuard;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the order use cases and workers are made of.
 *
 * @param dailyCancels how many orders an account may cancel in one day (UTC)
 * @param placeDeadline how long ordering may take in all
 * @param settleAfter how long after a request a vendor's list is trusted not to grow any more
 * @param node this node's name
 */
public record OrderParts(
    Storage storage,
    Pool pool,
    Atlas atlas,
    LiveStock stock,
    TierDirectory tiers,
    Routing routing,
    Prices prices,
    AccountDirectory accounts,
    OrderRules rules,
    AbuseGuard guard,
    CodeExtractor extractor,
    int dailyCancels,
    Duration placeDeadline,
    Duration settleAfter,
    String node,
    InstantSource clock,
    RandomGenerator random,
    Observer observer) {

  ShownOrder show(Order order, Instant now) {
    return new ShownOrder(order, Capabilities.of(order, rules, now));
  }

  ShownOrder show(Order order) {
    return show(order, clock.instant());
  }
}
