package dev.codeport.http.api.wallet;

import java.util.regex.Pattern;

/** Free text in a cell of a table that may be opened by a spreadsheet. */
public final class Cell {
  /** What a spreadsheet may take for a formula, after blanks too. */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@|%＝＋－＠].*", Pattern.DOTALL);

  private Cell() {}

  /** In quotes, its own doubled; led by an apostrophe where it would be calculated. */
  public static String of(String text) {
    var harmless = isFormula(text) ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() || text.startsWith("\t") || text.startsWith("\r");
  }
}
