package dev.codeport.http.console.operator;

import dev.codeport.application.operator.ReadActs;
import dev.codeport.domain.id.AccountId;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.LinkedHashMap;

/** The book of what the operator changed. */
final class AuditPages {
  private static final String PAGE = "/console/operator/audit";
  private static final int ROWS = 50;

  private final ReadActs acts;
  private final ConsoleGate gate;

  AuditPages(ReadActs acts, ConsoleGate gate) {
    this.acts = acts;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes.get(PAGE, gate.operatorReads(this::list));
  }

  private Reply list(Visit visit) {
    var query = visit.query();
    var before = query.int64("before");
    var account = query.int32("account").filter(id -> id > 0).map(AccountId::new);
    var found = acts.acts(account, before.orElse(Long.MAX_VALUE), ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var next =
        found.size() > ROWS ? address(visit, query, Long.toString(shown.getLast().number())) : "";
    var page =
        new AuditPage(
            shown,
            query.text("account").orElse(""),
            before.isPresent() ? address(visit, query, "") : "",
            next);
    return visit.show("audit", Section.AUDIT, page);
  }

  private static String address(Visit visit, Query query, String before) {
    var values = new LinkedHashMap<String, String>();
    values.put("account", query.text("account").orElse(""));
    values.put("before", before);
    return PAGE + visit.queryWith(values);
  }
}
