package dev.codeport.application.verification;

import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/**
 * How often codes may be sent: for one network address, then for one phone. What one of them
 * granted is given back when a later one refuses, or when surely nothing was sent.
 */
final class Allowance {
  private final VerificationParts parts;

  Allowance(VerificationParts parts) {
    this.parts = parts;
  }

  sealed interface Result {}

  /**
   * To be given back if nothing is sent.
   *
   * @param address what was taken for the network address
   * @param phone what was taken for the phone under this name: it is not to be given back when
   *     somebody else sends under the same name
   */
  record Taken(Runnable address, Runnable phone) implements Result {
    void giveBack() {
      address.run();
      phone.run();
    }

    /** Another one of the same name sends. */
    void leaveToOther() {
      address.run();
    }
  }

  record PhoneDenied(Duration retryAfter) implements Result {}

  record AddressDenied(Duration retryAfter) implements Result {}

  /**
   * @param member names the send: taken twice under one name it counts once
   */
  Result take(
      AccountId account, PhoneNumber phone, Optional<NetworkAddress> address, String member) {
    var addressKey =
        address.map(where -> LimitKey.of("otp-address", account + ":" + where.counted()));
    if (addressKey.isPresent()
        && parts.addresses().take(parts.rules().address(), addressKey.get())
            instanceof Decision.Denied denied) {
      return new AddressDenied(denied.retryAfter());
    }
    Runnable giveAddressBack =
        () -> addressKey.ifPresent(key -> parts.addresses().refund(parts.rules().address(), key));
    var phoneKey = key(account, phone);
    if (parts.phones().take(parts.rules().phone(), phoneKey, member)
        instanceof Decision.Denied denied) {
      giveAddressBack.run();
      return new PhoneDenied(denied.retryAfter());
    }
    return new Taken(giveAddressBack, () -> parts.phones().refund(phoneKey, member));
  }

  private LimitKey key(AccountId account, PhoneNumber phone) {
    return LimitKey.of(
        "otp-phone", parts.keyring().hash("otp.phone", account + ":" + phone.e164()));
  }
}
