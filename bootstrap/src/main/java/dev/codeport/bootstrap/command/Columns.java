package dev.codeport.bootstrap.command;

import java.io.PrintStream;
import java.util.List;

/** Prints rows with their cells below each other. */
final class Columns {
  private Columns() {}

  static void print(PrintStream out, List<List<String>> rows) {
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).append(" ".repeat(width(rows, i) - row.get(i).length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
