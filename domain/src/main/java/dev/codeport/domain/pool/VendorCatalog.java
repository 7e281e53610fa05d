package dev.codeport.domain.pool;

import java.util.List;
import java.util.Optional;

/** A vendor's own lists of countries and platforms, and what we take each of its codes for. */
public record VendorCatalog(List<Word> countries, List<Word> platforms) {
  public VendorCatalog {
    countries = List.copyOf(countries);
    platforms = List.copyOf(platforms);
  }

  /**
   * One code, out of the vendor's list or out of ours.
   *
   * @param name by which the vendor shows it to people; empty when it does not
   * @param meaning our word for it, an ISO code or a slug; none when we have none
   * @param ordered whether we order by it; other codes with a meaning are only understood
   * @param listed whether the vendor lists it; one that only we know of is not
   */
  public record Word(
      String code, String name, Optional<String> meaning, boolean ordered, boolean listed) {}
}
