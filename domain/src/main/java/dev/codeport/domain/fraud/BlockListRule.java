package dev.codeport.domain.fraud;

import java.util.Optional;

/** Nothing goes to whom is on the block list, or for whom calls from there. */
public record BlockListRule(Mode mode) implements FraudRule {
  public static final String NAME = "block-list";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    return evidence.entries().stream()
        .filter(entry -> entry.kind() == ListEntry.Kind.BLOCK && entry.isAbout(evidence))
        .findFirst()
        .map(entry -> new Finding(NAME, mode, "listed", entry.reason()));
  }
}
