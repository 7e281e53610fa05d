package dev.codeport.domain.fraud;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all rules together say of one request.
 *
 * @param findings in the order of the rules
 */
public record Judgement(List<Finding> findings) {
  public static final Judgement CLEAN = new Judgement(List.of());

  public Judgement {
    findings = List.copyOf(findings);
  }

  /** The first finding that stands against it. */
  public Optional<Finding> blocking() {
    return findings.stream().filter(finding -> finding.mode() == Mode.BLOCK).findFirst();
  }

  public Judgement and(Finding more) {
    return new Judgement(Stream.concat(findings.stream(), Stream.of(more)).toList());
  }
}
