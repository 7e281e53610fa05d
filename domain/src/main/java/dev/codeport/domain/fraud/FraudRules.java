package dev.codeport.domain.fraud;

import dev.codeport.domain.phone.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All rules, in the order in which they are asked. Who is on the safe list is not judged by any.
 *
 * @param rules each with a name of its own
 */
public record FraudRules(List<FraudRule> rules) {
  private static final String SAFE = "safe-list";

  public FraudRules {
    rules = List.copyOf(rules);
  }

  /**
   * @param regions where codes may be sent; none for everywhere
   */
  public static FraudRules standard(Set<Region> regions) {
    return new FraudRules(
        List.of(
            new BlockListRule(Mode.BLOCK),
            new RegionRule(Mode.BLOCK, regions),
            new NumberKindRule(Mode.BLOCK)));
  }

  public Judgement judge(Evidence evidence) {
    return safe(evidence)
        .map(
            entry ->
                new Judgement(List.of(new Finding(SAFE, Mode.RECORD, "listed", entry.reason()))))
        .orElseGet(() -> new Judgement(findings(evidence)));
  }

  private static Optional<ListEntry> safe(Evidence evidence) {
    return evidence.entries().stream()
        .filter(entry -> entry.kind() == ListEntry.Kind.SAFE && entry.isAbout(evidence))
        .findFirst();
  }

  private List<Finding> findings(Evidence evidence) {
    return rules.stream()
        .flatMap(rule -> rule.look(evidence).stream())
        .filter(finding -> finding.mode() != Mode.OFF)
        .toList();
  }
}
