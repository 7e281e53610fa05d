package dev.codeport.http.console.operator;

import dev.codeport.application.verification.ReadSends;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.http.console.Chart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What sending codes cost on some days.
 *
 * @param days how many
 * @param currency in which the chart is drawn; none when it counts messages, because not every
 *     sender has a price or they have several currencies
 */
public record FraudSpend(
    int days,
    Optional<Currency> currency,
    Chart chart,
    Line all,
    List<Line> senders,
    List<Line> regions) {

  /**
   * @param cost in each currency, of those that have a price
   * @param fruitless how many of the messages were in vain
   */
  public record Line(String name, long messages, long fruitless, List<Money> cost) {
    public double share() {
      return messages == 0 ? 0 : (double) fruitless / messages;
    }
  }

  public boolean isPriced() {
    return !all.cost().isEmpty();
  }

  static Optional<Currency> currency(List<ReadSends.Sent> sent) {
    var prices = sent.stream().map(each -> each.price().map(Money::currency)).distinct().toList();
    return prices.size() == 1 ? prices.getFirst() : Optional.empty();
  }

  /** Those with the most first. */
  static List<Line> lines(List<ReadSends.Sent> sent, Function<ReadSends.Sent, String> name) {
    Map<String, List<ReadSends.Sent>> groups = new LinkedHashMap<>();
    sent.forEach(
        each -> groups.computeIfAbsent(name.apply(each), n -> new ArrayList<>()).add(each));
    return groups.entrySet().stream()
        .map(group -> line(group.getKey(), group.getValue()))
        .sorted(Comparator.comparingLong(Line::messages).reversed())
        .toList();
  }

  static Line line(String name, List<ReadSends.Sent> sent) {
    Map<String, Money> cost = new TreeMap<>();
    sent.stream()
        .flatMap(each -> each.cost().stream())
        .forEach(money -> cost.merge(money.currency().code(), money, Money::plus));
    return new Line(
        name,
        sent.stream().mapToLong(each -> each.sends().messages()).sum(),
        sent.stream().mapToLong(each -> each.sends().fruitless()).sum(),
        List.copyOf(cost.values()));
  }
}
