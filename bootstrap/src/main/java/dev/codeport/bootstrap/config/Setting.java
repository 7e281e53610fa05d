package dev.codeport.bootstrap.config;

import java.util.regex.Pattern;

/**
 * One effective setting.
 *
 * @param origin where it comes from: {@code default}, a file's name, a variable's name, {@code
 *     --set}
 */
public record Setting(String key, String value, String origin) {
  private static final Pattern SECRET =
      Pattern.compile("keys\\.(hash|seal\\..*)|.*(password|secret|token|key|authorization)");
  private static final Pattern IN_URL = Pattern.compile("(password=)[^&]*|(//[^/:@]*:)[^@/]*(?=@)");

  /** The value as it may be shown to anybody. */
  public String shown() {
    if (SECRET.matcher(key).matches()) {
      return value.isBlank() ? value : "***";
    }
    return IN_URL.matcher(value).replaceAll(hit -> (hit.group(1) != null ? "$1" : "$2") + "***");
  }

  @Override
  public String toString() {
    return key + "=" + shown();
  }
}
