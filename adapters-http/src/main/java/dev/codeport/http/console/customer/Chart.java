package dev.codeport.http.console.customer;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Columns of days, each made of platforms, drawn {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param highest what the highest column comes to
 * @param sum of all of it
 * @param days from left to right, those without anything too
 * @param platforms the five with the most, the rest of them in one
 */
public record Chart(Money highest, Money sum, List<Day> days, List<Share> platforms) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 200;
  private static final int NAMED = 5;

  /** One column. */
  public record Day(LocalDate day, Money sum, double x, double width, List<Piece> pieces) {}

  /**
   * A piece of a column.
   *
   * @param colour 1 to 6
   */
  public record Piece(int colour, double y, double height) {}

  /** What one platform comes to. */
  public record Share(String platform, int colour, Money amount, long orders) {}

  static Chart of(
      List<Orders.Spend> spent,
      LocalDate from,
      LocalDate to,
      Money zero,
      Function<Orders.Spend, String> platform,
      String others) {
    Map<String, Share> sums = new LinkedHashMap<>();
    for (var each : spent) {
      var name = platform.apply(each);
      sums.merge(name, new Share(name, 0, each.amount(), each.orders()), Chart::plus);
    }
    var ranked =
        sums.values().stream().sorted(Comparator.comparing(Share::amount).reversed()).toList();
    Map<String, Integer> colours = new LinkedHashMap<>();
    var shares = new ArrayList<Share>();
    for (var share : ranked) {
      var colour = Math.min(NAMED, colours.size()) + 1;
      colours.put(share.platform(), colour);
      if (colour <= NAMED) {
        shares.add(new Share(share.platform(), colour, share.amount(), share.orders()));
      } else if (shares.size() <= NAMED) {
        shares.add(new Share(others, colour, share.amount(), share.orders()));
      } else {
        shares.set(NAMED, plus(shares.get(NAMED), share));
      }
    }
    return new Columns(spent, colours, platform, zero).chart(from, to, shares);
  }

  private static Share plus(Share one, Share other) {
    return new Share(
        one.platform(),
        one.colour(),
        one.amount().plus(other.amount()),
        one.orders() + other.orders());
  }

  /** Draws. */
  private record Columns(
      List<Orders.Spend> spent,
      Map<String, Integer> colours,
      Function<Orders.Spend, String> platform,
      Money zero) {
    Chart chart(LocalDate from, LocalDate to, List<Share> shares) {
      var highest =
          from.datesUntil(to.plusDays(1))
              .map(this::sum)
              .max(Comparator.naturalOrder())
              .orElse(zero);
      var count = (int) from.datesUntil(to.plusDays(1)).count();
      var step = (double) WIDTH / count;
      var days = new ArrayList<Day>();
      for (int i = 0; i < count; i++) {
        days.add(day(from.plusDays(i), i * step + step * 0.14, step * 0.72, highest));
      }
      var sum = spent.stream().map(Orders.Spend::amount).reduce(zero, Money::plus);
      return new Chart(highest, sum, days, shares);
    }

    private Day day(LocalDate day, double x, double width, Money highest) {
      var pieces = new ArrayList<Piece>();
      double top = HEIGHT;
      for (var each : spent) {
        if (each.day().equals(day) && !highest.isZero()) {
          var height = HEIGHT * ((double) each.amount().micros() / highest.micros());
          top -= height;
          pieces.add(new Piece(colours.getOrDefault(platform.apply(each), NAMED + 1), top, height));
        }
      }
      return new Day(day, sum(day), x, width, pieces);
    }

    private Money sum(LocalDate day) {
      return spent.stream()
          .filter(each -> each.day().equals(day))
          .map(Orders.Spend::amount)
          .reduce(zero, Money::plus);
    }
  }
}
