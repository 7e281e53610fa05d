package dev.codeport.domain.pricing;

import java.util.List;

/** Keeps the rules; one for each scope. */
public interface MarkupRules {
  List<MarkupRule> all();

  /** Puts this rule in place of the one with the same scope. */
  void put(MarkupRule rule);

  /** Answers whether there was one with this scope. */
  boolean remove(MarkupRule.Scope scope);
}
