package dev.codeport.http.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of days, each made of parts, drawn {@link #WIDTH} by {@link #HEIGHT}. What they measure
 * is the page's to say: millionths of a currency, or messages.
 *
 * @param highest what the highest column comes to
 * @param sum of all of it
 * @param days from left to right, those without anything too
 * @param parts the five with the most, the rest of them in one
 */
public record Chart(long highest, long sum, List<Day> days, List<Share> parts) {
  public static final int WIDTH = 720;
  public static final int HEIGHT = 200;
  private static final int NAMED = 5;

  /** One column. */
  public record Day(LocalDate day, long sum, double x, double width, List<Piece> pieces) {}

  /**
   * A piece of a column.
   *
   * @param colour 1 to 6
   */
  public record Piece(int colour, double y, double height) {}

  /**
   * What one part comes to.
   *
   * @param count of how many things
   */
  public record Share(String name, int colour, long size, long count) {}

  /**
   * What one part came to on one day.
   *
   * @param count of how many things
   */
  public record Bar(LocalDate day, String name, long size, long count) {}

  /**
   * @param others the name of the part in which the small ones are put together
   */
  public static Chart of(List<Bar> bars, LocalDate from, LocalDate to, String others) {
    Map<String, Share> sums = new LinkedHashMap<>();
    for (var each : bars) {
      sums.merge(each.name(), new Share(each.name(), 0, each.size(), each.count()), Chart::plus);
    }
    var ranked =
        sums.values().stream().sorted(Comparator.comparing(Share::size).reversed()).toList();
    Map<String, Integer> colours = new LinkedHashMap<>();
    var shares = new ArrayList<Share>();
    for (var share : ranked) {
      var colour = Math.min(NAMED, colours.size()) + 1;
      colours.put(share.name(), colour);
      if (colour <= NAMED) {
        shares.add(new Share(share.name(), colour, share.size(), share.count()));
      } else if (shares.size() <= NAMED) {
        shares.add(new Share(others, colour, share.size(), share.count()));
      } else {
        shares.set(NAMED, plus(shares.get(NAMED), share));
      }
    }
    return new Columns(bars, colours).chart(from, to, shares);
  }

  private static Share plus(Share one, Share other) {
    return new Share(
        one.name(), one.colour(), one.size() + other.size(), one.count() + other.count());
  }

  /** Draws. */
  private record Columns(List<Bar> bars, Map<String, Integer> colours) {
    Chart chart(LocalDate from, LocalDate to, List<Share> shares) {
      var highest = from.datesUntil(to.plusDays(1)).mapToLong(this::sum).max().orElse(0);
      var count = (int) from.datesUntil(to.plusDays(1)).count();
      var step = (double) WIDTH / count;
      var days = new ArrayList<Day>();
      for (int i = 0; i < count; i++) {
        days.add(day(from.plusDays(i), i * step + step * 0.14, step * 0.72, highest));
      }
      return new Chart(highest, bars.stream().mapToLong(Bar::size).sum(), days, shares);
    }

    private Day day(LocalDate day, double x, double width, long highest) {
      var pieces = new ArrayList<Piece>();
      double top = HEIGHT;
      for (var each : bars) {
        if (each.day().equals(day) && highest > 0) {
          var height = HEIGHT * ((double) each.size() / highest);
          top -= height;
          pieces.add(new Piece(colours.getOrDefault(each.name(), NAMED + 1), top, height));
        }
      }
      return new Day(day, sum(day), x, width, pieces);
    }

    private long sum(LocalDate day) {
      return bars.stream().filter(each -> each.day().equals(day)).mapToLong(Bar::size).sum();
    }
  }
}
