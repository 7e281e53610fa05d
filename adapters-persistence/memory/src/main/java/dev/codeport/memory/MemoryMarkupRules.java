package dev.codeport.memory;

import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.pricing.MarkupRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryMarkupRules implements MarkupRules {
  private final Map<MarkupRule.Scope, MarkupRule> byScope = new ConcurrentHashMap<>();

  @Override
  public List<MarkupRule> all() {
    return List.copyOf(byScope.values());
  }

  @Override
  public void put(MarkupRule rule) {
    byScope.put(rule.scope(), rule);
  }

  @Override
  public boolean remove(MarkupRule.Scope scope) {
    return byScope.remove(scope) != null;
  }
}
