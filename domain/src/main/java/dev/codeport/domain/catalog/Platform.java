package dev.codeport.domain.catalog;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a number is rented for: WhatsApp, Telegram, a bank.
 *
 * @param slug our own word for it, {@code [a-z0-9-]}, never changed
 * @param name as shown to people
 * @param aliases other names of the same thing: former ones, parts of it, other scripts
 */
public record Platform(PlatformId id, String slug, String name, List<String> aliases) {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Platform {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("not a slug: " + slug);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a platform has a name");
    }
    aliases = List.copyOf(aliases);
    if (aliases.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an alias is not blank");
    }
  }
}
