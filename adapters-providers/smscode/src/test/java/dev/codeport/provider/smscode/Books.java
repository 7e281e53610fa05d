package dev.codeport.provider.smscode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fake's stock, orders, keys and money: whole rupiah. */
final class Books {
  /** How long a number is kept, and after what time taken back, unless one wishes otherwise. */
  static final Times TIMES = new Times(Duration.ofMinutes(20), Duration.ofMinutes(2));

  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4,8}(?!\\d)");

  /**
   * What a tier is.
   *
   * @param group the catalogue product
   * @param operator its id and name; none for any
   */
  record Rack(int product, int group, int country, int service, Optional<Operator> operator) {}

  record Operator(int id, String name) {}

  record Times(Duration life, Duration cancelAge) {}

  record Stock(long price, int count) {}

  /** What an order asks for, by catalogue product. */
  record Wish(int group, long most, Optional<Integer> operator) {}

  private record Kept(String meaning, List<Sale> sales) {}

  private final InstantSource clock;
  private final Map<Rack, Stock> stock = new LinkedHashMap<>();
  private final Map<Integer, Sale> sales = new LinkedHashMap<>();
  private final Map<String, Kept> keys = new HashMap<>();
  private final Map<Integer, String> references = new HashMap<>();
  private final long deposit;
  private final Times times;

  Books(InstantSource clock, long deposit, Times times) {
    this.clock = clock;
    this.times = times;
    this.deposit = deposit;
  }

  synchronized void stock(Rack rack, Stock what) {
    stock.put(rack, what);
  }

  /** What is listed: only what there is. */
  synchronized Map<Rack, Stock> listed() {
    var listed = new LinkedHashMap<>(stock);
    listed.values().removeIf(each -> each.count() == 0);
    return listed;
  }

  /** Deposit less all that was taken and not given back: nothing else moves money. */
  synchronized long balance() {
    settle();
    return deposit
        - sales.values().stream().filter(s -> !s.isRefunded()).mapToLong(s -> s.price).sum();
  }

  synchronized List<Sale> sales() {
    settle();
    return new ArrayList<>(sales.values());
  }

  /** Under which key this was bought. */
  synchronized Optional<String> reference(Sale sale) {
    return Optional.ofNullable(references.get(sale.id));
  }

  interface Deed {
    List<Sale> done() throws Refusal;
  }

  /** Does it once for a key. What was refused may be tried again under the same. */
  synchronized List<Sale> once(Optional<String> key, String meaning, Deed deed) throws Refusal {
    var kept = key.map(keys::get);
    if (kept.isPresent()) {
      if (!kept.get().meaning().equals(meaning)) {
        throw new Refusal(422, "IDEMPOTENCY_KEY_REUSED");
      }
      return kept.get().sales();
    }
    var done = deed.done();
    key.ifPresent(name -> keys.put(name, new Kept(meaning, done)));
    key.ifPresent(name -> done.forEach(sale -> references.put(sale.id, name)));
    return done;
  }

  /** The cheapest that fits; all of one call from what is there, or as many as there are. */
  synchronized List<Sale> create(Wish wish, int quantity) throws Refusal {
    var made = new ArrayList<Sale>();
    for (int i = 0; i < quantity; i++) {
      var rack = cheapest(wish);
      if (rack.isPresent()) {
        made.add(sell(rack.get()));
      }
    }
    if (made.isEmpty()) {
      throw new Refusal(422, "NO_OFFER_AVAILABLE");
    }
    return List.copyOf(made);
  }

  synchronized Sale find(int id) throws Refusal {
    settle();
    var sale = sales.get(id);
    if (sale == null) {
      throw new Refusal(404, "NOT_FOUND");
    }
    return sale;
  }

  synchronized Sale cancel(int id) throws Refusal {
    var sale = find(id);
    if (!sale.isOpen() || sale.hasSms()) {
      throw Refusal.conflict();
    }
    var early = sale.tooEarlyUntil(clock.instant());
    if (early.isPresent()) {
      throw new Refusal(
          409, "CANCEL_TOO_EARLY", Map.of("cancel_available_at", early.get().toString()));
    }
    sale.status = "CANCELED";
    sale.canceledAt = Optional.of(clock.instant());
    return sale;
  }

  synchronized Sale finish(int id) throws Refusal {
    var sale = find(id);
    if (!sale.isOpen() || !sale.hasSms()) {
      throw Refusal.conflict();
    }
    sale.status = "COMPLETED";
    return sale;
  }

  synchronized Sale resend(int id) throws Refusal {
    var sale = find(id);
    var now = clock.instant();
    if (!sale.isOpen() || !sale.hasSms() || sale.coolsUntil(now).isPresent()) {
      throw Refusal.conflict();
    }
    sale.status = "ACTIVE";
    sale.askedAt = Optional.of(now);
    return sale;
  }

  /** What the number of a completed order costs again: what one costs now. */
  synchronized long quote(int id) throws Refusal {
    var sale = find(id);
    if (!sale.status.equals("COMPLETED")) {
      throw Refusal.conflict();
    }
    return stock.getOrDefault(sale.rack, new Stock(sale.price, 0)).price();
  }

  synchronized List<Sale> reactivate(int id, long most) throws Refusal {
    long price = quote(id);
    if (price > most) {
      throw Refusal.invalid("max_price");
    }
    var former = find(id);
    return List.of(enter(former.rack, price, former.phone));
  }

  /** Answers whether a number waits for it. */
  synchronized boolean deliver(String phone, String text) {
    settle();
    var waiting =
        sales.values().stream().filter(s -> s.isOpen() && s.phone.equals(phone)).findFirst();
    var found = CODE.matcher(text);
    var code = found.find() ? Optional.of(found.group()) : Optional.<String>empty();
    waiting.ifPresent(sale -> sale.receive(clock.instant(), text, code));
    return waiting.isPresent();
  }

  Instant now() {
    return clock.instant();
  }

  private Optional<Rack> cheapest(Wish wish) {
    return stock.entrySet().stream()
        .filter(each -> each.getKey().group() == wish.group())
        .filter(each -> each.getValue().count() > 0 && each.getValue().price() <= wish.most())
        .filter(
            each ->
                wish.operator().isEmpty()
                    || each.getKey().operator().map(Operator::id).equals(wish.operator()))
        .min(Comparator.comparing(each -> each.getValue().price()))
        .map(Map.Entry::getKey);
  }

  private Sale sell(Rack rack) throws Refusal {
    var found = Optional.ofNullable(stock.get(rack)).orElseThrow();
    var sale = enter(rack, found.price(), "+62812" + (10_000_000 + sales.size()));
    stock.put(rack, new Stock(found.price(), found.count() - 1));
    return sale;
  }

  private Sale enter(Rack rack, long price, String phone) throws Refusal {
    if (balance() < price) {
      throw new Refusal(409, "INSUFFICIENT_BALANCE");
    }
    var now = clock.instant();
    var sale = new Sale(511 + sales.size(), phone, rack, price, now, times);
    sales.put(sale.id, sale);
    return sale;
  }

  private void settle() {
    var now = clock.instant();
    sales.values().stream()
        .filter(sale -> sale.isOpen() && !sale.expiresAt.isAfter(now))
        .forEach(sale -> sale.status = sale.hasSms() ? "COMPLETED" : "EXPIRED");
  }
}
