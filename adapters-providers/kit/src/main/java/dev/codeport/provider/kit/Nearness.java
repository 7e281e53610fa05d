package dev.codeport.provider.kit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How far one word is from another: letters to add, drop or change. */
public final class Nearness {
  private Nearness() {}

  /** The word among these that is most like {@code word}, if one is at all. */
  public static Optional<String> closest(String word, Collection<String> others) {
    return others.stream()
        .filter(other -> similar(word, other))
        .min(Comparator.comparingInt(other -> distance(word, other)));
  }

  static boolean similar(String a, String b) {
    return distance(a, b) <= Math.max(2, Math.max(a.length(), b.length()) / 3);
  }

  static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
