package dev.codeport.application.verification;

import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.util.Optional;

/** Knows Britain and France, and what begins with +1. */
final class FewPlans implements NumberPlan {
  @Override
  public Optional<PhoneNumber> parse(String written) {
    return new InternationalForm().parse(written.replace(" ", ""));
  }

  @Override
  public Optional<PhoneNumber> parse(String written, Region home) {
    return parse(written);
  }

  @Override
  public Described describe(PhoneNumber number) {
    var e164 = number.e164();
    if (e164.startsWith("+447")) {
      return new Described(Optional.of(new Region("GB")), NumberKind.MOBILE);
    }
    if (e164.startsWith("+44")) {
      return new Described(Optional.of(new Region("GB")), NumberKind.FIXED_LINE);
    }
    if (e164.startsWith("+336")) {
      return new Described(Optional.of(new Region("FR")), NumberKind.MOBILE);
    }
    return new Described(Optional.empty(), NumberKind.UNKNOWN);
  }
}
