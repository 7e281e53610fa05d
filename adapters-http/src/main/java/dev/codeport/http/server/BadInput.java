package dev.codeport.http.server;

/** A request that says something it may not say; becomes an answer that names the field. */
public final class BadInput extends RuntimeException {
  private static final int LONGEST = 64;

  private final String field;

  /**
   * @param field where, as the caller wrote it; {@code body} for all of the body
   * @param reason what is wanted instead; never repeats what was sent
   */
  public BadInput(String field, String reason) {
    super(reason, null, false, false);
    this.field = printable(field);
  }

  public String field() {
    return field;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  private static String printable(String field) {
    var shown = new StringBuilder();
    field
        .codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Text.isSurrogate(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
