package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;

/**
 * Finds the one-time code in the text of a message.
 *
 * <p>Total: any string has an answer, whatever it contains. Deterministic: the same text has the
 * same answer. Linear: the time taken grows with the length of the text and nothing else. Stateless
 * and safe to share between threads.
 *
 * <p>The words it goes by are those of some seventy languages. What it returns are the digits
 * without separators ({@code 123456} for "123-456", {@code 718206} for "G-718206", ASCII digits for
 * those of any script), or the letters and digits of a mixed code without dashes, in the case of
 * the message.
 */
public final class CodeExtractor {
  private final Lexicon lexicon;

  private CodeExtractor(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** With the words that come with it. */
  public static CodeExtractor standard() {
    return Standard.EXTRACTOR;
  }

  /** What {@code text} carries, and why. */
  public Extraction extract(String text) {
    var folded = Folding.fold(text);
    return originBound(folded).orElseGet(() -> Judge.judge(Reading.of(folded, lexicon)));
  }

  private static Optional<Extraction> originBound(Folded folded) {
    return OriginBound.codeIn(folded)
        .map(
            value ->
                new Extraction(
                    Optional.of(new Code(value)),
                    "origin-bound",
                    List.of(new Candidate(value, "origin-bound", 100))));
  }

  private static final class Standard {
    private static final CodeExtractor EXTRACTOR = new CodeExtractor(Lexicon.standard());
  }
}
