package dev.codeport.bootstrap.faultrun;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts that read otherwise the second time they are shown, and from then on. */
final class Edits {
  private static final Pattern DRAFT = Pattern.compile("draft-(\\d+)");

  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private final Set<String> edited = ConcurrentHashMap.newKeySet();

  /** What makes a text such a one. */
  static String mark(long number) {
    return "draft-" + number;
  }

  /**
   * @param first runs when one reads otherwise for the first time
   */
  String apply(String body, Runnable first) {
    return body.contains("draft-")
        ? DRAFT.matcher(body).replaceAll(draft -> word(draft, first))
        : body;
  }

  private String word(MatchResult draft, Runnable first) {
    if (shown.add(draft.group())) {
      return draft.group();
    }
    if (edited.add(draft.group())) {
      first.run();
    }
    return "final-" + draft.group(1);
  }
}
