package dev.codeport.http.facade.auth;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.verification.StartReply;
import dev.codeport.http.server.Endpoint;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets in who has a key, as everywhere; and in public mode who shows none, for the account that was
 * chosen, each network address so often. Who shows a wrong key is not let in either way.
 */
final class Door {
  private final CustomerGate gate;
  private final ManageAccounts accounts;
  private final RateLimiter limiter;
  private final AuthSettings settings;

  Door(CustomerGate gate, ManageAccounts accounts, RateLimiter limiter, AuthSettings settings) {
    this.gate = gate;
    this.accounts = accounts;
    this.limiter = limiter;
    this.settings = settings;
  }

  /** What is done for an account; with the caller's address when it is the phone's own. */
  @FunctionalInterface
  interface Operation {
    Reply answer(AccountId account, Optional<NetworkAddress> address, Request request);
  }

  Endpoint send(Operation operation) {
    return admit("otp-public-send", PublicMode::sends, operation);
  }

  Endpoint check(Operation operation) {
    return admit("otp-public-check", PublicMode::checks, operation);
  }

  private Endpoint admit(String policy, Function<PublicMode, Limit> limit, Operation operation) {
    var keyed =
        gate.change(
            (customer, request) -> operation.answer(customer.account(), Optional.empty(), request));
    return request ->
        settings
            .open()
            .filter(open -> showsNoKey(request))
            .map(open -> admit(request, policy, limit.apply(open), open.account(), operation))
            .orElseGet(() -> keyed.answer(request));
  }

  private static boolean showsNoKey(Request request) {
    return request.headers("authorization").isEmpty() && request.headers("x-api-key").isEmpty();
  }

  private Reply admit(
      Request request, String policy, Limit limit, AccountId account, Operation operation) {
    var address = settings.origins().of(request);
    var key = LimitKey.of(policy, address.map(NetworkAddress::counted).orElse("none"));
    if (limiter.take(limit, key) instanceof Decision.Denied denied) {
      return StartReply.addressLimited(denied.retryAfter());
    }
    return accounts
            .account(account)
            .filter(found -> !found.suspended())
            .map(Account::id)
            .isPresent()
        ? operation.answer(account, address, request)
        : Problem.UNAUTHORIZED.reply("The account for which this would be done is closed.");
  }
}
