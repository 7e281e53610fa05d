package dev.codeport.domain.catalog;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds platforms and countries by what people type: a name, a code, an alias, the beginning of
 * one, or one with a typo in it. The best come first, and those alike by name.
 */
public final class Search {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 64;
  private static final int TYPO = 40;

  private Search() {}

  /** What was found, and whether it is what was typed, to the letter. */
  public record Hit<T>(T found, boolean exact) {}

  public static List<Hit<Platform>> platforms(List<Platform> all, String typed) {
    return hits(
        all,
        typed,
        platform ->
            Stream.concat(Stream.of(platform.slug(), platform.name()), platform.aliases().stream()),
        Platform::name);
  }

  public static List<Hit<Country>> countries(List<Country> all, String typed) {
    return hits(
        all,
        typed,
        country -> Stream.of(country.iso(), country.name(), country.dialCode()),
        Country::name);
  }

  private record Ranked<T>(T found, int rank) {}

  private static <T> List<Hit<T>> hits(
      List<T> all, String typed, Function<T, Stream<String>> words, Function<T, String> name) {
    var wanted = folded(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return all.stream()
        .flatMap(
            each -> rank(words.apply(each), wanted).stream().mapToObj(r -> new Ranked<>(each, r)))
        .sorted(
            Comparator.<Ranked<T>>comparingInt(Ranked::rank)
                .thenComparing(ranked -> name.apply(ranked.found()), String.CASE_INSENSITIVE_ORDER))
        .map(ranked -> new Hit<>(ranked.found(), ranked.rank() == 0))
        .toList();
  }

  /** 0 for the word itself, more the further it is from it; empty for something else. */
  private static OptionalInt rank(Stream<String> words, String wanted) {
    return words.map(Search::folded).flatMapToInt(word -> rank(word, wanted).stream()).min();
  }

  private static OptionalInt rank(String word, String wanted) {
    if (word.equals(wanted)) {
      return OptionalInt.of(0);
    }
    if (word.startsWith(wanted)) {
      return OptionalInt.of(1);
    }
    if (wanted.length() > 1 && (" " + word).contains(" " + wanted)) {
      return OptionalInt.of(2);
    }
    if (wanted.length() > 2 && word.replace(" ", "").contains(wanted.replace(" ", ""))) {
      return OptionalInt.of(3);
    }
    return typo(word, wanted);
  }

  /**
   * As many slips as a word of that length can have and still be itself, also while it is typed.
   */
  private static OptionalInt typo(String word, String wanted) {
    var slips = wanted.length() < 4 ? 0 : wanted.length() < 8 ? 1 : 2;
    if (slips == 0) {
      return OptionalInt.empty();
    }
    var begun = word.substring(0, Math.min(word.length(), wanted.length()));
    var distance = Math.min(distance(word, wanted), distance(begun, wanted));
    return distance <= slips ? OptionalInt.of(TYPO + distance) : OptionalInt.empty();
  }

  /** Letters put in, left out, changed, or two swapped. */
  private static int distance(String one, String other) {
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cell(rows, one, other, i, j);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int cell(int[][] rows, String one, String other, int i, int j) {
    var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    var best = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
    var swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }

  private static String folded(String text) {
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var plain = MARKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKD)).replaceAll("");
    return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
