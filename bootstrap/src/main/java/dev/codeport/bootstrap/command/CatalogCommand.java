package dev.codeport.bootstrap.command;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.catalog.ReportCatalog.Compared;
import dev.codeport.application.catalog.ReportCatalog.Finding;
import dev.codeport.application.catalog.ReportCatalog.Side;
import dev.codeport.application.catalog.ReportCatalog.Untold;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.watch.Logging;
import dev.codeport.bootstrap.wiring.Wiring;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the vendors have words for. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks into the vendors' own lists.")
public final class CatalogCommand {
  private static final int FEW = 20;

  private final Terminal terminal;

  private CatalogCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  public static CommandLine over(Terminal terminal) {
    return new CommandLine(new CatalogCommand(terminal));
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description = {
        "Compares each vendor's own lists of countries and services, asked for now, with the atlas:",
        "changed: its name is another thing's than what we order by that code",
        "gone: we order by a code that it does not list",
        "ambiguous: a code unknown to us that may be several things, or one that has a code",
        "candidate: a code unknown to us, but the name of one thing of ours",
        "unknown: neither code nor name mean anything to us"
      })
  int report(
      @Mixin SettingsOptions options,
      @Option(names = "--vendor", paramLabel = "NAME", description = "only of this one")
          @Nullable List<String> only,
      @Option(names = "--all", description = "every line, not the first 20 of each kind")
          boolean all)
      throws IOException {
    var settings = Settings.of(options.load(terminal.environment()), terminal.home());
    Logging.configure(settings.logs().json(), "error");
    try (var wiring = new Wiring(settings)) {
      var pool = chosen(wiring.vendors(), only);
      var reports = ReportCatalog.over(Atlas.standard(), pool).reportCatalog();
      reports.forEach(report -> print(report, all ? Integer.MAX_VALUE : FEW));
      return 0;
    }
  }

  private static Pool chosen(Pool pool, @Nullable List<String> only) {
    if (only == null || only.isEmpty()) {
      return pool;
    }
    return new Pool(
        only.stream()
            .map(
                name ->
                    pool.find(new ProviderId(name))
                        .orElseThrow(() -> new Refused("there is no vendor " + name)))
            .toList());
  }

  private void print(ReportCatalog.VendorReport report, int most) {
    switch (report.outcome()) {
      case Untold untold ->
          terminal.out().println(report.provider() + " did not tell: " + untold.detail());
      case Compared compared -> {
        print(report.provider() + " countries", compared.countries(), most);
        print(report.provider() + " platforms", compared.platforms(), most);
      }
    }
    terminal.out().println();
  }

  private void print(String what, Side side, int most) {
    terminal
        .out()
        .println(what + ": " + side.listed() + " listed, " + side.understood() + " understood");
    for (var kind : ReportCatalog.Kind.values()) {
      print(side.findings().stream().filter(each -> each.kind() == kind).toList(), most);
    }
  }

  private void print(List<Finding> findings, int most) {
    var rows = new ArrayList<List<String>>();
    findings.stream().limit(most).forEach(each -> rows.add(row(each)));
    Columns.print(terminal.out(), rows);
    if (findings.size() > most) {
      terminal.out().println("  and " + (findings.size() - most) + " more; --all shows them");
    }
  }

  private static List<String> row(Finding finding) {
    return List.of(
        "  " + finding.kind().name().toLowerCase(Locale.ROOT),
        finding.code(),
        finding.name(),
        String.join(", ", finding.ours()));
  }
}
