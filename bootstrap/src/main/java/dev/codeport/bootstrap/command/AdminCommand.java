package dev.codeport.bootstrap.command;

import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The operator's desk. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Works on the configured storage directly, whether the service runs or not.")
public final class AdminCommand {
  private final Office office;

  private AdminCommand(Office office) {
    this.office = office;
  }

  public static CommandLine over(Terminal terminal) {
    var office = new Office(terminal);
    return new CommandLine(new AdminCommand(office))
        .addSubcommand(new AccountCommands(office))
        .addSubcommand(new KeyCommands(office))
        .addSubcommand(new MarkupCommands(office))
        .addSubcommand(new RateCommands(office));
  }

  @Command(
      name = "topup",
      mixinStandardHelpOptions = true,
      description = "Puts money into an account and prints what is available then.")
  int topUp(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int account,
      @Parameters(paramLabel = "AMOUNT", description = "in the ledger's currency, above zero")
          BigDecimal amount,
      @Option(names = "--reference", defaultValue = "", description = "why") String reference)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                available(
                    account,
                    codeport.topUp(
                        new AccountId(account), Money.of(amount, ledger.currency()), reference))));
  }

  @Command(
      name = "adjust",
      mixinStandardHelpOptions = true,
      description = "Corrects an account and prints what is available then.")
  int adjust(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int account,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "AMOUNT",
              description = "in the ledger's currency; negative takes away")
          BigDecimal amount,
      @Option(names = "--reference", defaultValue = "", description = "why") String reference)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                available(
                    account,
                    codeport.adjust(
                        new AccountId(account), Money.of(amount, ledger.currency()), reference))));
  }

  private static Money available(int account, FundAccount.Result result) {
    return switch (result) {
      case FundAccount.Funded funded -> funded.wallet().available();
      case FundAccount.Replayed replayed -> replayed.wallet().available();
      case FundAccount.Reused reused -> throw new IllegalStateException("no request was named");
      case FundAccount.NoSuchAccount none -> throw AccountCommands.noSuchAccount(account);
      case FundAccount.BadAmount bad -> throw new Refused("AMOUNT: " + bad.reason());
      case FundAccount.TooPoor poor ->
          throw new Refused("AMOUNT: only " + poor.available() + " is available");
    };
  }
}
