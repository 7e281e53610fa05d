package dev.codeport.domain.fraud;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.NumberKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** No code goes to numbers that cost the caller, or that cannot take what is sent. */
public record NumberKindRule(Mode mode) implements FraudRule {
  public static final String NAME = "number-kind";

  private static final Set<NumberKind> PERSONAL =
      EnumSet.of(NumberKind.MOBILE, NumberKind.FIXED_LINE_OR_MOBILE, NumberKind.VOIP);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    var kind = evidence.described().kind();
    return PERSONAL.contains(kind) || isCalled(kind, evidence.channel())
        ? Optional.empty()
        : Optional.of(
            new Finding(NAME, mode, kind.name().toLowerCase(Locale.ROOT), "personal numbers"));
  }

  private static boolean isCalled(NumberKind kind, Channel channel) {
    return kind == NumberKind.FIXED_LINE && channel == Channel.CALL;
  }
}
