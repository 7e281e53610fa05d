package dev.codeport.domain.id;

import java.util.regex.Pattern;

/**
 * The name by which this deployment knows one account at a service that sends: lower-case letters,
 * digits, dashes.
 */
public record SenderId(String value) implements Comparable<SenderId> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public SenderId {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("a sender is named by a-z, 0-9 and dashes: " + value);
    }
  }

  @Override
  public int compareTo(SenderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
