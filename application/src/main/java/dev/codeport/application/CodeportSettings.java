package dev.codeport.application;

import dev.codeport.application.retention.RetentionTimes;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.AbuseGuard;
import dev.codeport.domain.order.OrderRules;
import java.time.Duration;

/**
 * What the operator decides.
 *
 * @param ledger in which currency customers are charged
 * @param rules when customers may do what with an order
 * @param guard when an account is kept from ordering
 * @param dailyCancels how many orders an account may cancel in one day (UTC)
 * @param rateAge how old an exchange rate may be
 * @param stockAge how old an offer may be before its vendor is asked again before a sale
 * @param stockRefresh how often all of a vendor's offers are heard
 * @param pollEvery how often vendors are asked for SMS
 * @param placeDeadline how long ordering may take in all
 * @param settleAfter how long after a request a vendor's list is trusted not to grow any more
 * @param webhookTestsPerMinute per account
 * @param retention how long what is kept
 * @param routing how routes are chosen
 */
public record CodeportSettings(
    Ledger ledger,
    OrderRules rules,
    AbuseGuard guard,
    int dailyCancels,
    Duration rateAge,
    Duration stockAge,
    Duration stockRefresh,
    Duration pollEvery,
    Duration placeDeadline,
    Duration settleAfter,
    int webhookTestsPerMinute,
    RetentionTimes retention,
    RoutingSettings routing) {

  public static CodeportSettings standard() {
    return new CodeportSettings(
        Ledger.rupiah(),
        OrderRules.STANDARD,
        AbuseGuard.STANDARD,
        200,
        Duration.ofDays(7),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(25),
        Duration.ofSeconds(90),
        6,
        RetentionTimes.STANDARD,
        RoutingSettings.STANDARD);
  }
}
