package dev.codeport.provider.fivesim;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fake's stock, orders and money. What it refuses, it refuses with the vendor's words. */
final class Books {
  /** How long a number is kept, unless one wishes otherwise. */
  static final Duration LIFE = Duration.ofMinutes(15);

  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");
  private static final long FIRST = 11_631_253;

  /** What one operator has of one product. */
  record Rack(String country, String operator, String product) {}

  record Stock(BigDecimal cost, int count) {}

  /** An answer that is no order but a line of text. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    final int status;
    final String text;

    Refusal(int status, String text) {
      super(text);
      this.status = status;
      this.text = text;
    }
  }

  private final InstantSource clock;
  private final Map<Rack, Stock> stock = new LinkedHashMap<>();
  private final Map<Long, Activation> orders = new LinkedHashMap<>();
  private final BigDecimal deposit;
  private final Duration life;

  Books(InstantSource clock, BigDecimal deposit, Duration life) {
    this.clock = clock;
    this.life = life;
    this.deposit = deposit;
  }

  synchronized void stock(Rack rack, Stock what) {
    stock.put(rack, what);
  }

  synchronized Map<Rack, Stock> stock() {
    return new LinkedHashMap<>(stock);
  }

  /** Deposit less all that was taken and not given back: nothing else moves money. */
  synchronized BigDecimal balance() {
    settle();
    return orders.values().stream()
        .filter(order -> !order.isRefunded())
        .map(order -> order.price)
        .reduce(deposit, BigDecimal::subtract);
  }

  synchronized List<Activation> orders() {
    settle();
    return new ArrayList<>(orders.values());
  }

  /**
   * @param maxPrice heeded with the operator {@code any} only
   */
  synchronized Activation buy(
      String country, String operator, String product, Optional<BigDecimal> maxPrice)
      throws Refusal {
    if (stock.keySet().stream().noneMatch(rack -> rack.country().equals(country))) {
      throw new Refusal(400, "bad country");
    }
    if (stock.keySet().stream().noneMatch(rack -> rack.product().equals(product))) {
      throw new Refusal(400, "no product");
    }
    var any = operator.equals("any");
    var rack =
        stock.keySet().stream()
            .filter(each -> each.country().equals(country) && each.product().equals(product))
            .filter(each -> any || each.operator().equals(operator))
            .filter(each -> cost(each).isPresent())
            .filter(each -> !any || isWithin(cost(each).orElseThrow(), maxPrice))
            .min((one, other) -> cost(one).orElseThrow().compareTo(cost(other).orElseThrow()));
    if (rack.isEmpty()) {
      throw new Refusal(200, "no free phones");
    }
    return sell(rack.get(), cost(rack.get()).orElseThrow());
  }

  synchronized Activation find(long id, int otherwise) throws Refusal {
    settle();
    var order = orders.get(id);
    if (order == null) {
      throw new Refusal(otherwise, "order not found");
    }
    return order;
  }

  synchronized Activation cancel(long id) throws Refusal {
    var order = find(id, 400);
    if (!order.sms.isEmpty()) {
      throw new Refusal(400, "order has sms");
    }
    return end(order, "CANCELED");
  }

  synchronized Activation finish(long id) throws Refusal {
    var order = find(id, 400);
    if (order.isOpen() && order.sms.isEmpty()) {
      throw new Refusal(400, "order no sms");
    }
    return end(order, "FINISHED");
  }

  /** Answers whether a number waits for it. */
  synchronized boolean deliver(String phone, String text) {
    settle();
    var waiting =
        orders.values().stream().filter(each -> each.isOpen() && each.phone.equals(phone));
    var order = waiting.findFirst();
    var found = CODE.matcher(text);
    var code = found.find() ? found.group() : "";
    order.ifPresent(each -> each.sms.add(new Activation.Text(clock.instant(), text, code)));
    return order.isPresent();
  }

  private Activation end(Activation order, String status) throws Refusal {
    if (!order.isOpen()) {
      throw new Refusal(400, order.status.equals("TIMEOUT") ? "order expired" : "order not found");
    }
    order.status = status;
    return order;
  }

  private Activation sell(Rack rack, BigDecimal cost) throws Refusal {
    if (balance().compareTo(cost) < 0) {
      throw new Refusal(400, "not enough user balance");
    }
    var before = stock.getOrDefault(rack, new Stock(cost, 1));
    stock.put(rack, new Stock(cost, before.count() - 1));
    var id = FIRST + orders.size();
    var now = clock.instant();
    var order =
        new Activation(
            id,
            "+62812" + (10_000_000 + orders.size()),
            rack.country(),
            rack.operator(),
            rack.product(),
            cost,
            now,
            now.plus(life));
    orders.put(id, order);
    return order;
  }

  /** What it costs, if there is any. */
  private Optional<BigDecimal> cost(Rack rack) {
    return Optional.ofNullable(stock.get(rack)).filter(s -> s.count() > 0).map(Stock::cost);
  }

  private static boolean isWithin(BigDecimal cost, Optional<BigDecimal> maxPrice) {
    return maxPrice.isEmpty() || cost.compareTo(maxPrice.get()) <= 0;
  }

  private void settle() {
    var now = clock.instant();
    orders.values().stream()
        .filter(order -> order.isOpen() && !order.expires.isAfter(now))
        .forEach(order -> order.status = order.sms.isEmpty() ? "TIMEOUT" : "FINISHED");
  }
}
