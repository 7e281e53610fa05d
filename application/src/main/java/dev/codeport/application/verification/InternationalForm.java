package dev.codeport.application.verification;

import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.util.Optional;

/** Knows no plan: takes numbers in strict E.164 only, and can say nothing of them. */
public final class InternationalForm implements NumberPlan {
  @Override
  public Optional<PhoneNumber> parse(String written) {
    try {
      return Optional.of(new PhoneNumber(written)).filter(n -> !n.equals(PhoneNumber.ERASED));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<PhoneNumber> parse(String written, Region home) {
    return parse(written);
  }

  @Override
  public Described describe(PhoneNumber number) {
    return new Described(Optional.empty(), NumberKind.UNKNOWN);
  }
}
