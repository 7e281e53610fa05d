package dev.codeport.http.api;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.id.AccountId;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;

/** Who is asking. */
public record Customer(ApiKey.Holder holder) {
  public AccountId account() {
    return holder.account().id();
  }

  public boolean isLimited() {
    return !holder.account().isExempt(Account.Exemption.RATE_LIMIT);
  }

  /** An operation of one who was let in. */
  @FunctionalInterface
  public interface Operation {
    Reply answer(Customer customer, Request request);
  }
}
