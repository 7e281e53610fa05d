package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Posting;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this API shows things. Amounts are decimal strings, times RFC 3339. */
final class Views {
  private Views() {}

  static String amount(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AccountView(
      int id,
      String name,
      String openedAt,
      boolean suspended,
      List<String> exemptions,
      @Nullable BanView ban,
      @Nullable WalletView wallet) {
    static AccountView of(Account account) {
      return of(account, null);
    }

    static AccountView of(Account account, @Nullable WalletView wallet) {
      return new AccountView(
          account.id().value(),
          account.name(),
          account.openedAt().toString(),
          account.suspended(),
          account.exemptions().stream().map(AccountView::word).sorted().toList(),
          account.ban().map(BanView::of).orElse(null),
          wallet);
    }

    static String word(Account.Exemption exemption) {
      return exemption.name().toLowerCase(Locale.ROOT);
    }
  }

  record BanView(String since, String until, int tier) {
    static BanView of(Ban ban) {
      return new BanView(ban.since().toString(), ban.until().toString(), ban.tier());
    }
  }

  record WalletView(String currency, String available, String held) {
    static WalletView of(Wallet wallet) {
      return new WalletView(
          wallet.available().currency().code(), amount(wallet.available()), amount(wallet.held()));
    }
  }

  /**
   * @param token the whole key; only ever shown when it is issued
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyView(
      @Nullable String token,
      String prefix,
      String label,
      String issuedAt,
      @Nullable String revokedAt) {
    static KeyView of(ApiKey key, @Nullable String token) {
      return new KeyView(
          token,
          key.prefix(),
          key.label(),
          key.issuedAt().toString(),
          key.revokedAt().map(Instant::toString).orElse(null));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryView(
      long number,
      String kind,
      @Nullable Long order,
      String reference,
      String at,
      List<PostingView> postings) {
    static EntryView of(Wallets.Numbered numbered) {
      var entry = numbered.entry();
      return new EntryView(
          numbered.number(),
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.order().map(order -> order.value()).orElse(null),
          entry.reference(),
          entry.at().toString(),
          entry.postings().stream().map(PostingView::of).toList());
    }
  }

  record PostingView(String book, String amount, String currency) {
    static PostingView of(Posting posting) {
      return new PostingView(
          posting.book().name().toLowerCase(Locale.ROOT),
          Views.amount(posting.amount()),
          posting.amount().currency().code());
    }
  }

  record RateView(String base, String quote, String rate, String asOf) {
    static RateView of(ExchangeRate rate) {
      return new RateView(
          rate.base().code(),
          rate.quote().code(),
          rate.rate().stripTrailingZeros().toPlainString(),
          rate.asOf().toString());
    }
  }
}
