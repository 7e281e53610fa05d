package dev.codeport.http.facade.handlerapi;

import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.http.server.Reply;

/** What the caller may spend: what is held for open orders is not part of it. */
record BalanceAction(ReadWallet wallets) implements HandlerApiFacade.Action {
  @Override
  public Reply answer(Caller caller, Ask ask) {
    var available = wallets.wallet(caller.account()).available();
    return Lines.line("ACCESS_BALANCE:" + Wire.amount(available).toPlainString());
  }
}
