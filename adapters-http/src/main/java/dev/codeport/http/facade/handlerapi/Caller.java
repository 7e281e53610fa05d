package dev.codeport.http.facade.handlerapi;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.id.AccountId;

/** Who is asking. */
record Caller(ApiKey.Holder holder) {
  AccountId account() {
    return holder.account().id();
  }

  boolean isLimited() {
    return !holder.account().isExempt(Account.Exemption.RATE_LIMIT);
  }
}
