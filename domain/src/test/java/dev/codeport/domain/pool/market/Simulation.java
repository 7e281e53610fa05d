package dev.codeport.domain.pool.market;

import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.pool.RoutingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every scene under every policy, many times: means over the seeds, as a table. */
public final class Simulation {
  private static final int SEEDS = 40;

  private Simulation() {}

  /** With {@code cost speed explore least half-life-minutes}, all or none. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    var balance =
        args.length == 0
            ? Balance.STANDARD
            : new Balance(
                Double.parseDouble(args[3]),
                Integer.parseInt(args[2]),
                Double.parseDouble(args[0]),
                Double.parseDouble(args[1]));
    var halfLife =
        args.length == 0 ? Duration.ofHours(6) : Duration.ofMinutes(Integer.parseInt(args[4]));
    System.out.println("| market | policy | codes of 100 | price of a code | regret | recovery |");
    System.out.println("|---|---|---|---|---|---|");
    for (var scene : Scene.all()) {
      for (var policy : RoutingPolicy.values()) {
        System.out.println(line(scene, policy, balance, halfLife));
      }
    }
  }

  private static String line(
      Scene scene, RoutingPolicy policy, Balance balance, Duration halfLife) {
    var reports = new ArrayList<Run.Report>();
    for (int seed = 0; seed < SEEDS; seed++) {
      reports.add(new Run(scene, policy, balance, halfLife, 1_000L * seed).report());
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.0f | %.1f | %s |",
        scene.name(),
        policy.name().toLowerCase(Locale.ROOT),
        reports.stream().mapToDouble(Run.Report::codes).average().orElseThrow(),
        reports.stream().mapToDouble(Run.Report::price).average().orElseThrow(),
        reports.stream().mapToDouble(Run.Report::regret).average().orElseThrow(),
        scene.turn().isEmpty() ? "" : recovery(reports));
  }

  private static String recovery(List<Run.Report> reports) {
    var times = reports.stream().flatMap(report -> report.recovery().stream()).sorted().toList();
    if (times.size() * 2 <= reports.size()) {
      return "never";
    }
    return times.get(times.size() / 2)
        + (times.size() == reports.size() ? "" : " (" + times.size() + " of " + SEEDS + ")");
  }
}
