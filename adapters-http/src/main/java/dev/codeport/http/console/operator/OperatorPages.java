package dev.codeport.http.console.operator;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.domain.account.Account;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.List;

/** Everything under {@code /console/operator}. */
public final class OperatorPages {
  private static final int MOST = 50;

  private final ManageAccounts accounts;
  private final ConsoleGate gate;

  public OperatorPages(ManageAccounts accounts, ConsoleGate gate) {
    this.accounts = accounts;
    this.gate = gate;
  }

  public void mount(Routes routes) {
    routes.get("/console/operator/accounts", gate.operatorReads(this::list));
  }

  private Reply list(Visit visit) {
    var after = Math.max(0, visit.query().int32("after").orElse(0));
    var found = accounts.accounts(after, MOST + 1);
    var shown = found.subList(0, Math.min(MOST, found.size()));
    var next =
        found.size() > MOST
            ? "/console/operator/accounts?after=" + shown.getLast().id().value()
            : "";
    return visit.show("accounts", Section.ACCOUNTS, new AccountsPage(shown, after > 0, next));
  }

  /**
   * What the template {@code accounts} shows.
   *
   * @param next where the list goes on; empty at its end
   */
  public record AccountsPage(List<Account> accounts, boolean later, String next) {}
}
