package dev.codeport.bootstrap.command;

import dev.codeport.domain.id.AccountId;
import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Issues and revokes API keys.")
final class KeyCommands {
  private final Office office;

  KeyCommands(Office office) {
    this.office = office;
  }

  @Command(
      name = "issue",
      mixinStandardHelpOptions = true,
      description = "Issues a key and prints it, this once: only its hash is kept.")
  int issue(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int account,
      @Option(names = "--label", defaultValue = "", description = "for people") String label)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            out.println(
                codeport
                    .issueKey(new AccountId(account), label)
                    .orElseThrow(() -> AccountCommands.noSuchAccount(account))
                    .token()
                    .reveal()));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists an account's keys: prefix, when issued, label, when revoked.")
  int list(@Mixin SettingsOptions options, @Parameters(paramLabel = "ACCOUNT") int account)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) ->
            codeport
                .keys(new AccountId(account))
                .forEach(
                    key ->
                        out.println(
                            key.prefix()
                                + "\t"
                                + key.issuedAt()
                                + "\t"
                                + key.label()
                                + key.revokedAt()
                                    .map(Instant::toString)
                                    .map(at -> "\trevoked " + at)
                                    .orElse(""))));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a key; the service notices within seconds.")
  int revoke(
      @Mixin SettingsOptions options,
      @Parameters(paramLabel = "ACCOUNT") int account,
      @Parameters(paramLabel = "PREFIX", description = "the key's visible beginning") String prefix)
      throws IOException {
    return office.open(
        options,
        (codeport, ledger, out) -> {
          if (!codeport.revokeKey(new AccountId(account), prefix)) {
            throw new Refused("account " + account + " has no valid key " + prefix);
          }
        });
  }
}
