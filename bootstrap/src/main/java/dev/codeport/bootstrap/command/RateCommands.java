package dev.codeport.bootstrap.command;

import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import java.io.IOException;
import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "rate",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Sets exchange rates.")
final class RateCommands {
  private final Office office;

  RateCommands(Office office) {
    this.office = office;
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Sets how many QUOTE one BASE is worth from now on: rate set USD IDR 16250.")
  int set(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "BASE") String base,
      @Parameters(paramLabel = "QUOTE") String quote,
      @Parameters(paramLabel = "RATE") BigDecimal rate)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                line(codeport.setExchangeRate(new Currency(base), new Currency(quote), rate))));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a rate and since when it counts.")
  int show(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "BASE") String base,
      @Parameters(paramLabel = "QUOTE") String quote)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                switch (codeport.exchangeRate(new Currency(base), new Currency(quote))) {
                  case ReadExchangeRate.Known known -> line(known.rate());
                  case ReadExchangeRate.TooOld old -> line(old.rate()) + " (too old to sell by)";
                  case ReadExchangeRate.Unknown none ->
                      throw new Refused("no rate from " + base + " to " + quote);
                }));
  }

  private static String line(ExchangeRate rate) {
    return rate.pair() + " " + rate.rate().toPlainString() + " since " + rate.asOf();
  }
}
