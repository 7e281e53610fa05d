package dev.codeport.domain.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words known, in a tree walked from every position of a message. An entry is at most {@value
 * #LONGEST} characters long, so a walk is bounded and reading a message is linear.
 */
final class Lexicon {
  private static final int LONGEST = 48;

  private final Node root = new Node();

  private Lexicon() {}

  /** The words of the text files beside this class. */
  static Lexicon standard() {
    var lexicon = new Lexicon();
    for (var kind : Kind.values()) {
      lexicon.load(kind);
    }
    return lexicon;
  }

  /**
   * The words met, by start. A word within a longer one does not count: "code" says nothing in
   * "promo code". What codes are for may contain a word for the code itself.
   */
  List<Hit> hits(Folded folded) {
    var hits = new ArrayList<Hit>();
    for (int start = 0; start < folded.length(); start++) {
      walk(folded.words(), start, hits);
    }
    return outermost(hits);
  }

  /** Whether {@code word}, in lower case, stands in the lexicon as a whole word. */
  boolean knows(String word, Kind kind) {
    Node node = root;
    for (int i = 0; i < word.length(); i++) {
      var next = node.next.get(word.charAt(i));
      if (next == null) {
        return false;
      }
      node = next;
    }
    return node.entries.stream().anyMatch(entry -> entry.kind == kind);
  }

  private void walk(String words, int start, List<Hit> hits) {
    Node node = root;
    for (int end = start; end < words.length(); ) {
      var next = node.next.get(words.charAt(end));
      if (next == null) {
        return;
      }
      node = next;
      end++;
      for (var entry : node.entries) {
        if (entry.fits(words, start, end)) {
          hits.add(new Hit(entry.kind, start, entry.openEnd ? endOfWord(words, end) : end));
        }
      }
    }
  }

  private static List<Hit> outermost(List<Hit> hits) {
    hits.sort(
        Comparator.comparingInt(Hit::start)
            .thenComparing(Hit::length, Comparator.reverseOrder())
            .thenComparing(Hit::kind));
    var kept = new ArrayList<Hit>(hits.size());
    int reached = -1;
    int longest = 0;
    for (var hit : hits) {
      boolean within = hit.end() <= reached && hit.length() < longest;
      if (!within && !isLast(kept, hit)) {
        kept.add(hit);
      }
      if (hit.end() > reached && hit.kind() != Kind.ACT) {
        reached = hit.end();
        longest = hit.length();
      }
    }
    return kept;
  }

  /** Two entries may fit the same word. */
  private static boolean isLast(List<Hit> kept, Hit hit) {
    return !kept.isEmpty() && kept.getLast().equals(hit);
  }

  /** The rest of a word that an entry such as {@code kod*} opens; bounded, like all else here. */
  private static int endOfWord(String words, int end) {
    if (Folding.isDense(words.charAt(end - 1))) {
      return end;
    }
    int limit = Math.min(words.length(), end + LONGEST);
    int at = end;
    while (at < limit && Folding.isWord(words.charAt(at)) && !Folding.isDense(words.charAt(at))) {
      at++;
    }
    return at;
  }

  private void load(Kind kind) {
    var stream = Lexicon.class.getResourceAsStream(kind.resource());
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> add(line, kind));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void add(String line, Kind kind) {
    boolean openStart = line.startsWith("*");
    boolean openEnd = line.length() > 1 && line.endsWith("*");
    var word = line.substring(openStart ? 1 : 0, line.length() - (openEnd ? 1 : 0));
    Node node = root;
    for (char c : Folding.fold(word).words().toCharArray()) {
      node = node.next.computeIfAbsent(c, fresh -> new Node());
    }
    node.entries.add(new Entry(kind, openStart, openEnd));
  }

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
  }

  private record Entry(Kind kind, boolean openStart, boolean openEnd) {
    boolean fits(String words, int start, int end) {
      return (openStart || isBoundary(words, start)) && (openEnd || isBoundary(words, end));
    }

    private static boolean isBoundary(String words, int at) {
      return at == 0
          || at == words.length()
          || !Folding.isWord(words.charAt(at - 1))
          || !Folding.isWord(words.charAt(at));
    }
  }
}
