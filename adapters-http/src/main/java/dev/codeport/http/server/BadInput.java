package dev.codeport.http.server;

/** A request that says something it may not say; becomes an answer that names the field. */
public final class BadInput extends RuntimeException {
  private static final int LONGEST = 64;

  private final String field;
  private final boolean inBody;

  /**
   * @param field where, as the caller wrote it; {@code body} for all of the body
   * @param reason what is wanted instead; never repeats what was sent
   */
  public BadInput(String field, String reason) {
    this(field, reason, true);
  }

  private BadInput(String field, String reason, boolean inBody) {
    super(reason, null, false, false);
    this.field = printable(field);
    this.inBody = inBody;
  }

  /** The same of a part of the query or a header. */
  public static BadInput parameter(String name, String reason) {
    return new BadInput(name, reason, false);
  }

  public String field() {
    return field;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  boolean inBody() {
    return inBody;
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
