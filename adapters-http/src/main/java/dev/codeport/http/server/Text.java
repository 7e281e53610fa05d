package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** Text that can be stored and sent on: well-formed Unicode without NUL. */
final class Text {
  private Text() {}

  /**
   * @throws BadInput when the bytes are not UTF-8
   */
  static String decode(String field, byte[] bytes) {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadInput(field, "must be UTF-8");
    }
  }

  /**
   * @throws BadInput when there is a NUL or half a surrogate pair in it
   */
  static String clean(String field, String text) {
    if (text.codePoints().anyMatch(c -> c == 0 || isSurrogate(c))) {
      throw new BadInput(field, "must not contain NUL or a lone surrogate");
    }
    return text;
  }

  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
