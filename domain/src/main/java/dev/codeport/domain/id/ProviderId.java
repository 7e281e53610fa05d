package dev.codeport.domain.id;

import java.util.regex.Pattern;

/**
 * The name by which this deployment knows one vendor account: lower-case letters, digits, dashes.
 */
public record ProviderId(String value) implements Comparable<ProviderId> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public ProviderId {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("a provider is named by a-z, 0-9 and dashes: " + value);
    }
  }

  @Override
  public int compareTo(ProviderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
