package dev.codeport.bootstrap.command;

import dev.codeport.application.Codeport;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Account.Exemption;
import dev.codeport.domain.id.AccountId;
import java.io.IOException;
import java.util.EnumSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Opens accounts and looks after them.")
final class AccountCommands {
  private static final int PAGE = 100;

  private final Office office;

  AccountCommands(Office office) {
    this.office = office;
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = "Opens an account and prints its id.")
  int open(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "NAME", description = "1 to 100 characters") String name)
      throws IOException {
    return office.open(
        options, (codeport, ledger, out) -> out.println(codeport.openAccount(name).id()));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all accounts: id, name, available, held, and what is special.")
  int list(@Mixin SettingsOptions options) throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) -> {
          var page = codeport.accounts(0, PAGE);
          while (!page.isEmpty()) {
            page.forEach(account -> out.println(line(codeport, account)));
            page = codeport.accounts(page.getLast().id().value(), PAGE);
          }
        });
  }

  @Command(
      name = "suspend",
      mixinStandardHelpOptions = true,
      description = "Makes an account's keys refused, or valid again.")
  int suspend(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int id,
      @Option(names = "--undo", description = "lift the suspension") boolean undo)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                line(
                    codeport,
                    codeport
                        .suspend(new AccountId(id), !undo)
                        .orElseThrow(() -> noSuchAccount(id)))));
  }

  @Command(
      name = "exempt",
      mixinStandardHelpOptions = true,
      description = "Sets which protections do not apply to an account: those named, no others.")
  int exempt(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int id,
      @Option(names = "--rate-limit", description = "the limit of requests") boolean rateLimit,
      @Option(names = "--abuse-guard", description = "bans and cancel cap") boolean abuseGuard)
      throws IOException {
    var exemptions = EnumSet.noneOf(Exemption.class);
    if (rateLimit) {
      exemptions.add(Exemption.RATE_LIMIT);
    }
    if (abuseGuard) {
      exemptions.add(Exemption.ABUSE_GUARD);
    }
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                line(
                    codeport,
                    codeport
                        .exempt(new AccountId(id), exemptions)
                        .orElseThrow(() -> noSuchAccount(id)))));
  }

  static Refused noSuchAccount(int id) {
    return new Refused("there is no account " + id);
  }

  private static String line(Codeport codeport, Account account) {
    var wallet = codeport.wallet(account.id());
    var line = new StringBuilder();
    line.append(account.id()).append('\t').append(account.name());
    line.append('\t').append(wallet.available()).append('\t').append(wallet.held());
    if (account.suspended()) {
      line.append("\tsuspended");
    }
    account.exemptions().stream().sorted().forEach(each -> line.append("\tno ").append(each));
    return line.toString();
  }
}
