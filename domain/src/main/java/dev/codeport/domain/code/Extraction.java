package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;

/**
 * What was found in a message, and why.
 *
 * @param code the code, or nothing if the message carries none
 * @param rule the stable name of the rule that decided, also when nothing was found
 * @param candidates what was looked at, in the order of the message; at most the first 64
 */
public record Extraction(Optional<Code> code, String rule, List<Candidate> candidates) {
  static final int MOST_CANDIDATES = 64;

  public Extraction {
    candidates = List.copyOf(candidates.subList(0, Math.min(candidates.size(), MOST_CANDIDATES)));
  }
}
