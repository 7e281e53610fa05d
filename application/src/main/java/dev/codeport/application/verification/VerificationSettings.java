package dev.codeport.application.verification;

import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.domain.verification.Wording;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator decides about sending codes.
 *
 * @param rules how codes are, and how often they are sent
 * @param fraud to whom none is sent
 * @param wording the texts of senders that carry our words
 * @param tests numbers to which nothing is sent, and the code that is right for each
 * @param prices what one message costs, by sender, as far as the operator knows: no sender tells us
 */
public record VerificationSettings(
    VerificationRules rules,
    FraudRules fraud,
    Wording wording,
    Map<PhoneNumber, OneTimeCode> tests,
    Map<SenderId, Money> prices) {
  public VerificationSettings {
    tests = Map.copyOf(tests);
    prices = Map.copyOf(prices);
  }

  /** To every region, in the name of Codeport. */
  public static VerificationSettings standard() {
    return new VerificationSettings(
        VerificationRules.STANDARD,
        FraudRules.standard(Set.of()),
        Wording.of("Codeport", Optional.empty()),
        Map.of(),
        Map.of());
  }

  public VerificationSettings withRules(VerificationRules other) {
    return new VerificationSettings(other, fraud, wording, tests, prices);
  }
}
