package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.provider.fivesim.FakeFiveSim;
import dev.codeport.provider.sandbox.ErrorStyle;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import dev.codeport.provider.smscode.FakeSmsCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** All the vendors, and their time. */
final class Market implements AutoCloseable {
  private static final int PLENTY = 1_000_000;

  /** What the sandbox vendors call what can go wrong at their counter. */
  private static final Map<Fault.Kind, Mishap> AT_THE_COUNTER =
      Map.of(
          Fault.Kind.LATE_SMS, Mishap.LATE_SMS,
          Fault.Kind.SAME_NUMBER, Mishap.SAME_NUMBER,
          Fault.Kind.DEARER, Mishap.DEARER,
          Fault.Kind.SMS_AFTER_CANCEL, Mishap.SMS_AFTER_CANCEL);

  private final Scale scale;
  private final Ahead clock;
  private final Seen seen;
  private final Outstanding outstanding = new Outstanding();
  private final List<Vendor> vendors = new ArrayList<>();
  private final Map<String, SandboxVendor> sandboxes = new HashMap<>();

  private Market(Scale scale, Ahead clock, Seen seen) {
    this.scale = scale;
    this.clock = clock;
    this.seen = seen;
  }

  /** Two families of errors, with and without our reference, a list, a history, the cost. */
  static Market open(Scale scale, Ahead clock, Seen seen) {
    var market = new Market(scale, clock, seen);
    market.handlerApi("vanilla", ErrorStyle.TOKEN, true, "vanilla");
    market.handlerApi("hero", ErrorStyle.HTTP_JSON, true, "herosms");
    market.handlerApi("tiger", ErrorStyle.TOKEN, false, "tiger");
    market.fiveSim();
    market.smsCode();
    market.handlerApi("bower", ErrorStyle.TOKEN, false, "smsbower");
    market.vendors.forEach(vendor -> vendor.far().stock(market.price(vendor), PLENTY));
    return market;
  }

  List<Vendor> vendors() {
    return vendors;
  }

  Vendor vendor(String name) {
    return vendors.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** From now on all goes well; what goes wrong at the counters has been planned before. */
  void heal() {
    vendors.forEach(vendor -> vendor.gate().heal());
    sandboxes.values().forEach(SandboxVendor::heal);
  }

  /** What a number costs goes up and down by a tenth, where that can be set. */
  void movePrices(Random random) {
    for (var vendor : vendors) {
      var percent = 95 + random.nextInt(11);
      var price = price(vendor).micros() * percent / 100 / 1_000_000;
      vendor.far().stock(Money.of(price, price(vendor).currency()), PLENTY);
    }
  }

  /** How often each kind came to pass at the counter of a vendor. */
  Map<Mishap, Long> atTheCounter(Vendor vendor) {
    var counts = new HashMap<Mishap, Long>();
    Optional.ofNullable(sandboxes.get(vendor.name()))
        .ifPresent(
            sandbox ->
                sandbox
                    .seen()
                    .forEach(
                        (kind, count) ->
                            Optional.ofNullable(AT_THE_COUNTER.get(kind))
                                .ifPresent(mishap -> counts.put(mishap, count))));
    return counts;
  }

  @Override
  public void close() {
    vendors.forEach(Vendor::close);
  }

  private Money price(Vendor vendor) {
    return switch (vendor.name()) {
      case "five" -> Money.of(20, Currency.RUB);
      default -> Money.of(4000, Currency.IDR);
    };
  }

  private void handlerApi(String name, ErrorStyle errors, boolean references, String profile) {
    var settings =
        SandboxSettings.cheap()
            .named(name, vendors.size())
            .instant()
            .withErrors(errors)
            .withSilent(Set.of("whatsapp", "telegram"))
            .withKeeping(new SandboxSettings.Keeping(scale.life(), scale.cancelAge()));
    var sandbox = SandboxVendor.start(settings, clock, new Random(scale.seed() + vendors.size()));
    sandboxes.put(name, sandbox);
    add(
        name,
        "handlerapi, " + profile,
        new SandboxFarVendor(sandbox),
        new HandlerApiTongue(errors, references),
        Map.of(
            "dialect",
            "handlerapi",
            "vendor",
            profile,
            "currency",
            "USD",
            "cancel-age",
            Scale.text(scale.cancelAge())));
  }

  private void fiveSim() {
    add(
        "five",
        "fivesim",
        FakeFiveSim.start(clock, scale.life()),
        new FiveSimTongue(),
        Map.of("dialect", "fivesim", "prices-per-minute", "6000"));
  }

  private void smsCode() {
    add(
        "code",
        "smscode",
        FakeSmsCode.start(clock, scale.life(), scale.cancelAge()),
        new SmsCodeTongue(),
        Map.of("dialect", "smscode", "cancel-age", Scale.text(scale.cancelAge())));
  }

  private void add(
      String name, String kind, FarVendor far, Tongue tongue, Map<String, String> told) {
    long luck = scale.seed() * 31 + vendors.size();
    var deck = new Deck(luck, tongue::knows, outstanding);
    var tricks =
        new Tricks(
            name,
            new Relay(far.base(), tongue),
            tongue,
            lease -> Postman.deliverTo(far, lease),
            seen,
            clock,
            new Random(luck));
    var gate = new Gate(far.base(), tongue, deck, tricks, scale.deadline().plusMillis(300));
    var settings = new HashMap<>(told);
    settings.put("lifetime", Scale.text(scale.life()));
    settings.put("deadline", Scale.text(scale.deadline()));
    settings.put("circuit-pause", "50ms");
    settings.put("calls-per-second", "0");
    vendors.add(new Vendor(name, kind, far, gate, deck, settings));
  }
}
