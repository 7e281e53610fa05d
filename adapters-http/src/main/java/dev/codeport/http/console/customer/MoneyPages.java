package dev.codeport.http.console.customer;

import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.api.wallet.LedgerFeed;
import dev.codeport.http.console.Chart;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the account has, what it spent, and on what. */
final class MoneyPages {
  private static final int ROWS = 25;
  private static final List<Integer> SPANS = List.of(7, 30, 90);
  private static final String PATH = "/console/money";

  private final ReadWallet wallets;
  private final Ledger ledger;
  private final Duration patience;
  private final ConsoleGate gate;
  private final Places places;

  /**
   * @param patience how long the reader of a file may take nothing
   */
  MoneyPages(
      ReadWallet wallets, Ledger ledger, Duration patience, ConsoleGate gate, Places places) {
    this.wallets = wallets;
    this.ledger = ledger;
    this.patience = patience;
    this.gate = gate;
    this.places = places;
  }

  void mount(Routes routes) {
    routes.get(PATH, gate.reads(this::show)).get(PATH + ".csv", gate.reads(this::file));
  }

  private Reply show(Customer customer, Visit visit) {
    var query = visit.query();
    var days = query.int32("days").orElse(30);
    if (!SPANS.contains(days)) {
      throw BadInput.parameter("days", "must be one of " + SPANS);
    }
    var before = query.int64("before").filter(number -> number > 0).orElse(Long.MAX_VALUE);
    var found = wallets.newestEntries(customer.account(), before, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var page =
        new MoneyPage(
            wallets.wallet(customer.account()),
            chart(customer, visit, days),
            days,
            shown.stream().map(this::line).toList(),
            before == Long.MAX_VALUE ? "" : PATH + "?days=" + days,
            found.size() > ROWS
                ? PATH + "?days=" + days + "&before=" + shown.getLast().number()
                : "");
    return visit.show("money", Section.MONEY, page);
  }

  private Chart chart(Customer customer, Visit visit, int days) {
    var to = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC);
    var from = to.minusDays(days - 1L);
    var bars =
        wallets.spend(customer.account(), from, to).stream()
            .map(
                spend ->
                    new Chart.Bar(
                        spend.day(),
                        places.platformName(spend.product()),
                        spend.amount().micros(),
                        spend.orders()))
            .toList();
    return Chart.of(bars, from, to, visit.say("money.others"));
  }

  private MoneyPage.Line line(Wallets.Numbered numbered) {
    var entry = numbered.entry();
    return new MoneyPage.Line(
        numbered.number(),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.order().map(OrderId::value),
        Shown.text(entry.reference()),
        entry.into(Book.AVAILABLE, ledger.currency()),
        entry.into(Book.HELD, ledger.currency()),
        entry.at());
  }

  private Reply file(Customer customer, Visit visit) {
    return visit.file(
        "ledger.csv",
        Reply.feed(
            200,
            "text/csv; charset=utf-8",
            new LedgerFeed(customer.account(), 0, wallets, patience)));
  }
}
