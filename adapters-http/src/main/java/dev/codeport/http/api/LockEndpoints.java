package dev.codeport.http.api;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Phones for which too many guesses were wrong: whether one is locked, and its release. */
final class LockEndpoints {
  private final ManageAccounts accounts;
  private final ManageFraudLists locks;
  private final ReadVerifications reading;
  private final Hands hands;

  LockEndpoints(
      ManageAccounts accounts, ManageFraudLists locks, ReadVerifications reading, Hands hands) {
    this.accounts = accounts;
    this.locks = locks;
    this.reading = reading;
    this.hands = hands;
  }

  Reply get(Request request) {
    return ofPhone(
        request, (account, phone) -> Reply.json(200, LockView.of(locks.phoneLock(account, phone))));
  }

  /** Also has the guesses so far forgotten. */
  Reply release(Request request) {
    return ofPhone(
        request,
        (account, phone) -> {
          hands.of(request).unlockPhone(account, phone);
          return Reply.empty(204);
        });
  }

  private Reply ofPhone(Request request, BiFunction<AccountId, PhoneNumber, Reply> answer) {
    return Paths.ofAccount(
        request,
        id ->
            accounts.account(id).isEmpty()
                ? Paths.noAccount()
                : reading
                    .phone(request.path("phone"))
                    .map(phone -> answer.apply(id, phone))
                    .orElseGet(() -> Problem.NOT_FOUND.reply("No phone has such a number.")));
  }

  /**
   * @param until when locked
   */
  record LockView(boolean locked, @Nullable String until) {
    static LockView of(Optional<Instant> until) {
      return new LockView(until.isPresent(), Shown.time(until));
    }
  }
}
