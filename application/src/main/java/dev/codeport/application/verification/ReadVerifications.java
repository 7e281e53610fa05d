package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verifications;
import java.util.List;
import java.util.Optional;

/** Reads an account's verifications. */
public interface ReadVerifications {
  Optional<ShownVerification> verification(AccountId account, VerificationId id);

  /** The one that the phone has open. */
  Optional<ShownVerification> openVerification(AccountId account, PhoneNumber phone);

  /**
   * Newest first.
   *
   * @param limit 1 to 1000
   */
  List<ShownVerification> verifications(AccountId account, Verifications.Filter filter, int limit);

  /** What senders were asked, and what they said; empty for one that is not the account's. */
  List<Dispatch> dispatches(AccountId account, VerificationId id);

  /** The number that a person wrote, in international form. */
  Optional<PhoneNumber> phone(String written);

  static ReadVerifications over(VerificationParts parts) {
    return new ReadVerificationsService(parts);
  }
}
