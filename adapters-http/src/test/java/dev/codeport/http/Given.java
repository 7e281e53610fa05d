package dev.codeport.http;

import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.application.routing.Balances;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Capabilities;
import dev.codeport.domain.order.Charge;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.pool.Success;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Things to serve. */
public final class Given {
  public static final Instant NOW = Instant.parse("2031-01-02T03:00:00Z");
  public static final AccountId ACCOUNT = new AccountId(7);
  public static final Country INDONESIA = Country.of(new CountryId(88), "id", "Indonesia", "62");
  public static final Platform WHATSAPP =
      new Platform(new PlatformId(1), "whatsapp", "WhatsApp", java.util.List.of());
  public static final CatalogProductId PRODUCT = new CatalogProductId(88);
  public static final Money PRICE = Money.of(7500, Currency.IDR);
  private static final OrderRules RULES = OrderRules.STANDARD;

  private Given() {}

  public static ExchangeRate rate(long rate) {
    return new ExchangeRate(Currency.USD, Currency.IDR, BigDecimal.valueOf(rate), NOW);
  }

  public static ApiKey key(AccountId account, String label) {
    return new ApiKey("cp_abc", "hash", account, label, NOW, Optional.empty());
  }

  public static ApiKey.Holder holder() {
    return new ApiKey.Holder(key(ACCOUNT, "test"), Account.opened(ACCOUNT, "Test", NOW));
  }

  public static Tier tier() {
    return new Tier(new TierId(1024), tierKey(Optional.empty()), Optional.empty());
  }

  public static Tier tierOf(String operator) {
    return new Tier(
        new TierId(1025),
        tierKey(Optional.of(operator)),
        Optional.of(new Operator(new OperatorId(42), operator)));
  }

  private static TierKey tierKey(Optional<String> operator) {
    return new TierKey(new ProviderId("acme"), INDONESIA.id(), WHATSAPP.id(), operator);
  }

  public static BrowseCatalog.Product product(long price) {
    return new BrowseCatalog.Product(
        tier(), INDONESIA, WHATSAPP, Money.of(price, Currency.IDR), 180, NOW);
  }

  public static Order.Placed unsettled(long id) {
    return placed(id, tier()).unsettle().order();
  }

  private static Order.Placed placed(long id, Tier tier) {
    var terms =
        new OrderTerms(
            new OrderId(id), ACCOUNT, Wish.Routed.cheapest(PRODUCT), Optional.empty(), NOW);
    return new Order.Placed(terms, 1, new Charge(tier, PRICE), false);
  }

  public static Order.Active active(long id) {
    return placed(id, tier()).activate(lease(id), NOW).order();
  }

  public static Order.Active activeAt(long id, String operator) {
    return placed(id, tierOf(operator)).activate(lease(id), NOW).order();
  }

  public static Order.Received received(long id) {
    return active(id).receive(sms(id, 1, "480215"), NOW.plusSeconds(70)).order();
  }

  /** The second SMS has no code. */
  public static Order.Received receivedTwice(long id) {
    var second =
        new Sms(
            new OrderId(id),
            2,
            "k2",
            "welcome",
            Optional.empty(),
            "none",
            NOW.plusSeconds(90),
            false);
    return received(id).receive(second, NOW.plusSeconds(90)).order();
  }

  public static Order.Received awaiting(long id) {
    return received(id).another(NOW.plusSeconds(80)).order();
  }

  public static Sms sms(long id, int revision, String code) {
    return new Sms(
        new OrderId(id),
        revision,
        "k" + revision,
        code + " is your WhatsApp code",
        Optional.of(new Code(code)),
        "labelled",
        NOW.plusSeconds(70),
        false);
  }

  private static Lease lease(long id) {
    return new Lease(
        new LeaseRef(new ProviderId("acme"), "A" + id),
        new PhoneNumber("+62811000" + (1000 + id)),
        Money.of("0.30", Currency.USD),
        NOW.plus(Duration.ofMinutes(20)),
        NOW.plus(Duration.ofMinutes(2)),
        true,
        true,
        Optional.empty());
  }

  public static ShownOrder shown(Order order) {
    return shown(order, NOW);
  }

  public static ShownOrder shown(Order order, Instant now) {
    return new ShownOrder(order, Capabilities.of(order, RULES, now));
  }

  public static ReadVendors.Vendor vendor() {
    return new ReadVendors.Vendor(
        profile(),
        ProviderHealth.fine(NOW),
        Optional.empty(),
        Success.NONE,
        new ReadVendors.Stock(0, 0, Optional.empty()));
  }

  public static ReadVendors.Vendor vendorInTrouble() {
    var health =
        new ProviderHealth(
            ProviderHealth.Circuit.OPEN,
            NOW,
            Optional.of(ProviderHealth.Cause.BALANCE),
            "NO_BALANCE",
            Optional.of(NOW.plusSeconds(60)),
            false,
            12,
            3);
    return new ReadVendors.Vendor(
        profile(),
        health,
        Optional.of(new Balances.Balance(Money.of("0.05", Currency.USD), NOW)),
        new Success(8, 10),
        new ReadVendors.Stock(2, 40, Optional.of(NOW)));
  }

  private static ProviderProfile profile() {
    return new ProviderProfile(
        new ProviderId("acme"),
        "handlerapi",
        Currency.USD,
        Duration.ofMinutes(2),
        Duration.ofMinutes(20),
        Set.of());
  }
}
