package dev.codeport.http.api.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.wallet.Posting;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.http.api.Cursor;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.api.Pages;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.Span;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /api/wallet}, {@code /api/ledger} and {@code /api/account}. */
public final class WalletApi {

  private static final String LIST = "l";

  private final ReadWallet wallets;
  private final CustomerGate gate;
  private final Places places;
  private final LiveLimits limits;
  private final InstantSource clock;

  public WalletApi(
      ReadWallet wallets,
      CustomerGate gate,
      Places places,
      LiveLimits limits,
      InstantSource clock) {
    this.wallets = wallets;
    this.gate = gate;
    this.places = places;
    this.limits = limits;
    this.clock = clock;
  }

  public void mount(Routes routes) {
    routes
        .get("/api/wallet", gate.read(this::wallet))
        .get("/api/ledger", gate.read(this::ledger))
        .get("/api/spend", gate.read(this::spend))
        .get("/api/account", gate.read(this::account));
  }

  private Reply wallet(Customer customer, Request request) {
    request.query().only(Set.of());
    var wallet = wallets.wallet(customer.account());
    return Reply.json(
        200, new WalletView(Shown.money(wallet.available()), Shown.money(wallet.held())));
  }

  /** Oldest first: the end of a ledger is where it grows. */
  private Reply ledger(Customer customer, Request request) {
    var query = request.query().only(Set.of("format", "limit", "cursor"));
    if (isCsv(query, request)) {
      return csv(customer, query);
    }
    var limit = Pages.limit(query);
    var after = Cursor.in(query, LIST, 1).map(List::getFirst).orElse(0L);
    return Pages.reply(
        request,
        wallets.entries(customer.account(), after, limit + 1),
        limit,
        last -> Cursor.of(LIST, last.number()),
        (rows, next) ->
            new LedgerView(rows.stream().map(EntryView::of).toList(), next.orElse(null)));
  }

  /** The whole ledger, however long, page by page from the store to the reader. */
  private Reply csv(Customer customer, Query query) {
    var after = Cursor.in(query, LIST, 1).map(List::getFirst).orElse(0L);
    var feed = new LedgerFeed(customer.account(), after, wallets, limits.slowReader());
    return Reply.feed(200, "text/csv; charset=utf-8", feed)
        .with("Content-Disposition", "attachment; filename=\"ledger.csv\"");
  }

  private static boolean isCsv(Query query, Request request) {
    var format = query.text("format").orElse("");
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      case "" ->
          request.headers("accept").stream()
              .anyMatch(types -> types.toLowerCase(Locale.ROOT).startsWith("text/csv"));
      default -> throw BadInput.parameter("format", "must be json or csv");
    };
  }

  /** The last 30 days unless said otherwise. */
  private Reply spend(Customer customer, Request request) {
    var query = request.query().only(Set.of("from", "to"));
    var span = Span.of(query, clock.instant(), ReadWallet.LONGEST_SPAN);
    var spent = wallets.spend(customer.account(), span.from(), span.to()).stream();
    return Reply.json(
        200,
        new SpendView(
            span.from().toString(),
            span.to().toString(),
            spent.map(each -> SpentView.of(each, places)).toList()));
  }

  private Reply account(Customer customer, Request request) {
    request.query().only(Set.of());
    var account = customer.holder().account();
    var ban = account.banAt(clock.instant());
    return Reply.json(
        200,
        new AccountView(
            account.id().value(),
            Shown.text(account.name()),
            Shown.time(account.openedAt()),
            account.exemptions().stream().map(AccountView::word).sorted().toList(),
            Shown.time(ban.map(b -> b.until())),
            new KeyView(
                customer.holder().key().prefix(), Shown.text(customer.holder().key().label()))));
  }

  record SpendView(String from, String to, List<SpentView> spend) {}

  /**
   * @param orders how many were paid for
   */
  record SpentView(
      String day,
      String platform,
      String country,
      int productId,
      Shown.MoneyView amount,
      long orders) {
    static SpentView of(Orders.Spend spend, Places places) {
      return new SpentView(
          spend.day().toString(),
          places.platformOf(spend.product()),
          places.countryOf(spend.product()),
          spend.product().value(),
          Shown.money(spend.amount()),
          spend.orders());
    }
  }

  record WalletView(Shown.MoneyView available, Shown.MoneyView held) {}

  record LedgerView(List<EntryView> entries, @Nullable String nextCursor) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EntryView(
      long number,
      String at,
      String kind,
      @Nullable Long orderId,
      String reference,
      List<PostingView> postings) {
    static EntryView of(Wallets.Numbered numbered) {
      var entry = numbered.entry();
      return new EntryView(
          numbered.number(),
          Shown.time(entry.at()),
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.order().map(OrderId::value).orElse(null),
          Shown.text(entry.reference()),
          entry.postings().stream().map(PostingView::of).toList());
    }
  }

  record PostingView(String book, String amount, String currency) {
    static PostingView of(Posting posting) {
      var money = Shown.money(posting.amount());
      return new PostingView(
          posting.book().name().toLowerCase(Locale.ROOT), money.amount(), money.currency());
    }
  }

  /**
   * @param exemptions limits that do not apply
   * @param pausedUntil until when no orders are taken
   */
  record AccountView(
      int id,
      String name,
      String openedAt,
      List<String> exemptions,
      @Nullable String pausedUntil,
      KeyView key) {
    static String word(Account.Exemption exemption) {
      return exemption.name().toLowerCase(Locale.ROOT);
    }
  }

  record KeyView(String prefix, String label) {}
}
