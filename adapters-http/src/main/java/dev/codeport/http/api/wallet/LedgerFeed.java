package dev.codeport.http.api.wallet;

import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.wallet.Posting;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Feed;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** An account's whole ledger as CSV (RFC 4180), one row for each posting. */
public final class LedgerFeed implements Feed {
  private static final int PAGE = 500;
  private static final String HEAD = "number,at,kind,order_id,book,amount,currency,reference\r\n";

  private final AccountId account;
  private final ReadWallet wallets;
  private final Duration patience;
  private long last;
  private boolean begun;

  public LedgerFeed(AccountId account, long after, ReadWallet wallets, Duration patience) {
    this.account = account;
    this.last = after;
    this.wallets = wallets;
    this.patience = patience;
  }

  @Override
  public Piece next() {
    if (!begun) {
      begun = true;
      return new Said(HEAD);
    }
    var page = wallets.entries(account, last, PAGE);
    if (page.isEmpty()) {
      return new End();
    }
    last = page.getLast().number();
    return new Said(page.stream().map(LedgerFeed::rows).collect(Collectors.joining()));
  }

  private static String rows(Wallets.Numbered numbered) {
    return numbered.entry().postings().stream()
        .map(posting -> row(numbered, posting))
        .collect(Collectors.joining());
  }

  private static String row(Wallets.Numbered numbered, Posting posting) {
    var entry = numbered.entry();
    var money = Shown.money(posting.amount());
    return String.join(
            ",",
            Long.toString(numbered.number()),
            Shown.time(entry.at()),
            entry.kind().name().toLowerCase(Locale.ROOT),
            entry.order().map(Object::toString).orElse(""),
            posting.book().name().toLowerCase(Locale.ROOT),
            money.amount(),
            money.currency(),
            Cell.of(Shown.text(entry.reference())))
        + "\r\n";
  }

  @Override
  public Runnable listen(Runnable wake) {
    return () -> {};
  }

  @Override
  public Pulse pulse() {
    return Pulse.NONE;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public void over() {}
}
