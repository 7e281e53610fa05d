package dev.codeport.http.facade.twilioverify;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.verification.Dispatch;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids as Twilio writes them: two letters and 32 hexadecimal digits. Those of account 7 are {@code
 * AC} and {@code VA} with a 7 behind 31 zeros; a verification's are its own.
 */
final class Sids {
  private static final Pattern USER = Pattern.compile("(AC|SK)[0-9a-f]{32}");

  private Sids() {}

  static String account(AccountId account) {
    return "AC%032x".formatted(account.value());
  }

  static String service(AccountId account) {
    return "VA%032x".formatted(account.value());
  }

  static String verification(VerificationId id) {
    return "VE" + id.hex();
  }

  static String attempt(Dispatch dispatch) {
    var name = Fingerprint.of("attempt", dispatch.reference()).hex();
    return "VL" + name.substring(0, 32);
  }

  static Optional<VerificationId> verification(String sid) {
    return sid.startsWith("VE") ? VerificationId.parse(sid.substring(2)) : Optional.empty();
  }

  /** The secret alone opens: which of these a client has been given is all the same. */
  static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }
}
