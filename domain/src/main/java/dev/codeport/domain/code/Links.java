package dev.codeport.domain.code;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which parts of a message are addresses or app hashes: what looks like a number in there is none.
 */
final class Links {
  private static final String REST = "[!-;=?-~]*+";
  private static final String DOMAIN = "[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.";

  /** Every repetition is bounded or possessive, so a look at one place costs a bounded time. */
  private static final List<Pattern> ADDRESSES =
      Stream.of(
              "[a-z][a-z0-9+.]{1,19}://" + REST,
              "www\\." + REST,
              "[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4}",
              "(?=[0-9-]{0,63}[a-z])" + DOMAIN + "[a-z]{2,12}(?:/|\\?[a-z0-9])" + REST,
              DOMAIN + "(?:com|net|org|info|biz|ru)(?:/" + REST + "|(?![a-z0-9]))",
              "(?=[0-9-]{0,63}[a-z])"
                  + DOMAIN
                  + "(?:ua|by|kz|uk|de|fr|es|it|nl|pl|cz|se|fi|no|dk|id|in|co|io|me|app|ly|gl|gg|tv"
                  + "|us|eu|cn|jp|kr|br|vn|th)(?![a-z0-9])")
          .map(address -> Pattern.compile(address, Pattern.CASE_INSENSITIVE))
          .toList();

  /** The eleven characters by which Android hands a message to an app, at the very end. */
  private static final Pattern APP_HASH = Pattern.compile("[A-Za-z0-9+/]{11}");

  private final BitSet within = new BitSet();
  private boolean appHash;

  private Links(Folded folded) {
    markAddresses(folded);
    markHash(folded.text());
  }

  static Links in(Folded folded) {
    return new Links(folded);
  }

  boolean covers(int index) {
    return within.get(index);
  }

  /** Whether the message addresses an app on an Android phone. */
  boolean hasAppHash() {
    return appHash;
  }

  /** The first place from {@code index} on outside of any link. */
  int leave(int index) {
    return within.nextClearBit(index);
  }

  private void markAddresses(Folded folded) {
    for (int at = 0; at < folded.length(); at++) {
      if (startsChunk(folded, at)) {
        at = Math.max(at, markAt(folded.text(), at) - 1);
      }
    }
  }

  private int markAt(String text, int at) {
    for (var address : ADDRESSES) {
      var matcher = address.matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        within.set(at, matcher.end());
        return matcher.end();
      }
    }
    return at;
  }

  private static boolean startsChunk(Folded folded, int at) {
    char before = folded.at(at - 1);
    boolean inside =
        Folding.isAlphanumeric(before)
            || ((before == '.' || before == '-') && Folding.isAlphanumeric(folded.at(at - 2)));
    return Folding.isAlphanumeric(folded.at(at)) && !inside;
  }

  private void markHash(String text) {
    appHash = text.startsWith("<#>") || text.startsWith("[#]");
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    int start = end - 11;
    if (start > 0 && text.charAt(start - 1) <= ' ' && isHash(text.substring(start, end))) {
      within.set(start, end);
      appHash = true;
    }
  }

  private static boolean isHash(String tail) {
    return APP_HASH.matcher(tail).matches()
        && tail.chars().anyMatch(Character::isLowerCase)
        && tail.chars().anyMatch(c -> c <= '9' || Character.isUpperCase(c));
  }
}
