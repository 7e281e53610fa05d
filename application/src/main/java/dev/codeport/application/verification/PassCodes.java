package dev.codeport.application.verification;

import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends and checks codes of senders that make them, and keeps nothing: what is known stands in the
 * ticket that the caller brings back. As fast as the sender; guesses are counted by the sender
 * alone, repetitions are not recognised, and nobody can look up later what was sent.
 */
public interface PassCodes {
  Sent passCode(AccountId account, String phone, Optional<NetworkAddress> address);

  Checked passGuess(AccountId account, Ticket ticket, OneTimeCode guess);

  static PassCodes over(VerificationParts parts) {
    return new PassCodesService(parts);
  }

  /** Names what was sent; of use to the same account only, and only as it was given. */
  record Ticket(String text) {}

  sealed interface Sent {}

  record Passed(Ticket ticket, Instant expiresAt) implements Sent {}

  /** No numbering plan has such a number. */
  record NotANumber() implements Sent {}

  /** A rule is against it. */
  record Blocked(Finding finding) implements Sent {}

  record PhoneLimited(Duration retryAfter) implements Sent {}

  record AddressLimited(Duration retryAfter) implements Sent {}

  /** There is no sender here that makes its own codes and serves this number. */
  record NoSender() implements Sent {}

  /** Nobody sent it, or nobody knows whether it was sent. */
  record NotSent(SendResult last) implements Sent {}

  sealed interface Checked {}

  record Right() implements Checked {}

  /** Also for a ticket that is none of this account, and when the time is over. */
  record Wrong() implements Checked {}

  /** The sender could not be asked. */
  record Unavailable(Optional<Duration> retryAfter) implements Checked {}
}
