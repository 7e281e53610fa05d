package dev.codeport.bootstrap.command;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "markup",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Decides what is added to costs.")
final class MarkupCommands {
  private final Office office;

  MarkupCommands(Office office) {
    this.office = office;
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = {
        "Sets the markup of everything, or of one account, platform or country, or of their "
            + "combination. The narrowest rule counts: account before platform before country.",
        "Nothing is sold below cost, unless --below-cost is given: then PERCENT and --fixed may be "
            + "negative (markup set --below-cost -10)."
      })
  int set(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "PERCENT", description = "0 to 10000") BigDecimal percent,
      @Option(names = "--below-cost", description = "may sell below cost") boolean belowCost,
      @Option(names = "--fixed", defaultValue = "0", description = "amount added after it")
          BigDecimal fixed,
      @Option(names = "--floor", defaultValue = "0", description = "the least price")
          BigDecimal floor,
      @Option(names = "--account") Optional<Integer> account,
      @Option(names = "--country") Optional<Integer> country,
      @Option(names = "--platform") Optional<Integer> platform)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            codeport.setMarkup(
                new MarkupRule(
                    account.map(AccountId::new),
                    country.map(CountryId::new),
                    platform.map(PlatformId::new),
                    new Markup(
                        percent,
                        Money.of(fixed, ledger.currency()),
                        Money.of(floor, ledger.currency()),
                        belowCost))));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Removes the rule for everything, or for just this account, platform or country; a wider "
            + "rule counts then. Without a rule for everything the next start makes one of "
            + "prices.markup-percent."
      })
  int remove(
      @Mixin SettingsOptions options,
      @Option(names = "--account") Optional<Integer> account,
      @Option(names = "--country") Optional<Integer> country,
      @Option(names = "--platform") Optional<Integer> platform)
      throws IOException {
    var scope =
        new MarkupRule.Scope(
            account.map(AccountId::new),
            country.map(CountryId::new),
            platform.map(PlatformId::new));
    return office.open(
        options,
        (codeport, ledger, out) -> {
          if (!codeport.removeMarkup(scope)) {
            throw new Refused("there is no markup for just that");
          }
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the rules: what they apply to, percent, fixed, floor, below cost.")
  int list(@Mixin SettingsOptions options) throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) -> codeport.markups().forEach(rule -> out.println(line(rule))));
  }

  private static String line(MarkupRule rule) {
    var scope =
        rule.account().map(id -> " account " + id).orElse("")
            + rule.country().map(id -> " country " + id.value()).orElse("")
            + rule.platform().map(id -> " platform " + id.value()).orElse("");
    var markup = rule.markup();
    return (scope.isEmpty() ? "everything" : scope.strip())
        + "\t"
        + markup.percent().stripTrailingZeros().toPlainString()
        + "%\t"
        + markup.fixed()
        + "\t"
        + markup.floor()
        + (markup.belowCost() ? "\tbelow cost" : "");
  }
}
