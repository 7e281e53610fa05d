package dev.codeport.application.verification;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.MovableClock;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.domain.verification.Wording;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemorySlidingWindow;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A deployment that sends codes to Britain, in memory, under a clock that is moved by hand. */
final class SendingWorld {
  static final String PHONE = "+447700900123";
  static final String OTHER_PHONE = "+447700900124";
  static final PhoneNumber TEST_PHONE = new PhoneNumber("+447700900999");
  static final OneTimeCode TEST_CODE = new OneTimeCode("424242");

  final MovableClock clock = new MovableClock();
  final MemoryStorage storage = new MemoryStorage(Ledger.rupiah());
  final Codeport codeport;
  final AccountId account;

  SendingWorld(Sender... senders) {
    this(VerificationRules.STANDARD, senders);
  }

  SendingWorld(VerificationRules rules, Sender... senders) {
    this.codeport =
        CodeportBuilder.over(storage)
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .slidingWindow(new MemorySlidingWindow(clock))
            .numberPlan(new FewPlans())
            .senders(List.of(senders))
            .verification(
                new VerificationSettings(
                    rules,
                    FraudRules.standard(Set.of(new Region("GB"))),
                    Wording.of("Acme", Optional.empty()),
                    Map.of(TEST_PHONE, TEST_CODE),
                    Map.of()))
            .keyring(
                new Keyring(
                    Secret.of("h".repeat(32)),
                    Map.of("a", Secret.of("s".repeat(32))),
                    new SecureRandom()))
            .clock(clock)
            .build();
    this.account = codeport.openAccount("Ada").id();
  }

  /** The standard ones with another quota for each phone. */
  static VerificationRules rules(Quota phone) {
    var plain = VerificationRules.STANDARD;
    return new VerificationRules(
        plain.codeLength(),
        plain.life(),
        plain.mostGuesses(),
        phone,
        plain.address(),
        plain.dailySends(),
        plain.mostFailures(),
        plain.lock(),
        plain.quiet());
  }

  StartVerification.Result start(String phone) {
    return codeport.startVerification(StartVerification.Command.sms(account, phone));
  }

  StartVerification.Result start(String phone, String key) {
    return codeport.startVerification(
        StartVerification.Command.sms(account, phone).repeatable(named(key, phone)));
  }

  static Repeatable named(String key, String meaning) {
    return new Repeatable(new IdempotencyKey(key), Fingerprint.of(meaning));
  }

  VerificationId started(String phone) {
    return id(start(phone));
  }

  static VerificationId id(StartVerification.Result result) {
    return switch (result) {
      case StartVerification.Accepted accepted -> accepted.verification().verification().id();
      case StartVerification.Replayed replayed -> replayed.verification().verification().id();
      default -> throw new IllegalStateException(result.toString());
    };
  }

  StartVerification.Result resend(VerificationId id) {
    return ((ResendVerification.Done) codeport.resendVerification(account, id, Optional.empty()))
        .result();
  }

  CheckVerification.Result check(VerificationId id, OneTimeCode guess) {
    return codeport.checkVerification(account, id, guess);
  }

  Verification read(VerificationId id) {
    return codeport.verification(account, id).orElseThrow().verification();
  }

  void advance(Duration by) {
    clock.advance(by);
  }

  /** A code of the same length that is not this one. */
  static OneTimeCode not(OneTimeCode right) {
    var first = right.digits().charAt(0);
    return new OneTimeCode((first == '9' ? '0' : (char) (first + 1)) + right.digits().substring(1));
  }
}
