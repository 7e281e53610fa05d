package dev.codeport.application.catalog;

import com.google.common.base.Splitter;
import dev.codeport.domain.catalog.Atlas;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds what a vendor's name for something may be of ours. A name counts by its letters and digits
 * alone; one made of several, such as {@code Google,youtube,Gmail}, by each of them too.
 */
final class Likeness {
  private static final Splitter PARTS =
      Splitter.on(Pattern.compile("[,;/|+()&]|\\s-\\s")).trimResults().omitEmptyStrings();
  private static final Pattern UNHEARD = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private final Map<String, Set<String>> wordsByName = new HashMap<>();

  private Likeness() {}

  /** Of countries, by ISO code. */
  static Likeness ofCountries(Atlas atlas) {
    var likeness = new Likeness();
    atlas.countries().forEach(country -> likeness.add(country.iso(), country.name()));
    return likeness;
  }

  /** Of platforms, by slug. */
  static Likeness ofPlatforms(Atlas atlas) {
    var likeness = new Likeness();
    for (var platform : atlas.platforms()) {
      likeness.add(platform.slug(), platform.name());
      likeness.add(platform.slug(), platform.slug());
      platform.aliases().forEach(alias -> likeness.add(platform.slug(), alias));
    }
    return likeness;
  }

  /** Our words for what the name may mean; none for one that is nothing of ours. */
  Set<String> fitting(String name) {
    var whole = wordsByName.getOrDefault(plain(name), Set.of());
    if (!whole.isEmpty()) {
      return whole;
    }
    var found = new TreeSet<String>();
    PARTS
        .split(name)
        .forEach(part -> found.addAll(wordsByName.getOrDefault(plain(part), Set.of())));
    return found;
  }

  private void add(String word, String name) {
    var plain = plain(name);
    if (!plain.isEmpty()) {
      wordsByName.computeIfAbsent(plain, key -> new HashSet<>()).add(word);
    }
  }

  private static String plain(String name) {
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return UNHEARD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
