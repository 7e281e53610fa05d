package dev.codeport.domain.phone;

import java.util.regex.Pattern;

/**
 * A country or territory by its ISO 3166 alpha-2 code, in capitals. Not a calling code: +1 is many
 * regions.
 */
public record Region(String iso) implements Comparable<Region> {
  private static final Pattern ISO = Pattern.compile("[A-Z]{2}");

  public Region {
    if (!ISO.matcher(iso).matches()) {
      throw new IllegalArgumentException("a region has two capital letters, not " + iso);
    }
  }

  @Override
  public int compareTo(Region other) {
    return iso.compareTo(other.iso);
  }

  @Override
  public String toString() {
    return iso;
  }
}
