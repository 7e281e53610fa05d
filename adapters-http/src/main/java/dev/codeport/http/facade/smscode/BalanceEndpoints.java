package dev.codeport.http.facade.smscode;

import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;

/** What the caller may spend. */
final class BalanceEndpoints {
  private final ReadWallet wallets;
  private final Tariffs tariffs;
  private final Version version;

  BalanceEndpoints(ReadWallet wallets, Tariffs tariffs, Version version) {
    this.wallets = wallets;
    this.tariffs = tariffs;
    this.version = version;
  }

  Reply balance(Caller caller, Request request) {
    return tariffs.priced(
        version,
        tariff -> {
          var available = wallets.wallet(caller.account()).available();
          return tariff.ok(
              switch (version) {
                case V1 -> new V1BalanceView("IDR", tariff.balance(available));
                case V2 -> new V2BalanceView(tariff.balance(available));
              });
        });
  }

  record V1BalanceView(String currency, Amount balance) {}

  record V2BalanceView(Amount balance) {}
}
