package dev.codeport.provider.handlerapi;

import dev.codeport.provider.kit.Section;
import java.util.List;
import java.util.Map;

/**
 * Which of a vendor's own suppliers are bought from, by the vendor's numbers for them.
 *
 * @param only these; empty for all
 * @param not none of these
 */
public record Suppliers(List<String> only, List<String> not) {
  public static final Suppliers ANY = new Suppliers(List.of(), List.of());

  public Suppliers {
    only = List.copyOf(only);
    not = List.copyOf(not);
  }

  /** Reads {@code only-suppliers} and {@code not-suppliers}. */
  static Suppliers read(Section section, HandlerApiDialect dialect) {
    var read = new Suppliers(section.list("only-suppliers"), section.list("not-suppliers"));
    if (!dialect.suppliers() && !read.equals(ANY)) {
      throw new IllegalArgumentException(dialect.name() + " has no choice of suppliers");
    }
    return read;
  }

  /** Whether this one may be bought from. */
  boolean has(String supplier) {
    return (only.isEmpty() || only.contains(supplier)) && !not.contains(supplier);
  }

  void into(Map<String, String> parameters) {
    if (!only.isEmpty()) {
      parameters.put("providerIds", String.join(",", only));
    }
    if (!not.isEmpty()) {
      parameters.put("exceptProviderIds", String.join(",", not));
    }
  }
}
