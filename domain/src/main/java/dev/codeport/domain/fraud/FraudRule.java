package dev.codeport.domain.fraud;

import java.util.Optional;

/** One thing to look at. Pure: the same evidence gives the same finding. */
public interface FraudRule {
  /** What it is called in settings, answers and metrics; never changes. */
  String name();

  /** What follows when it finds something. */
  Mode mode();

  Optional<Finding> look(Evidence evidence);
}
