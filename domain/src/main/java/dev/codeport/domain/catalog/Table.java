package dev.codeport.domain.catalog;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A resource of tab-separated rows, the first cell a number that ascends, with its version in a
 * comment: {@code # version: 1}.
 */
record Table(String name, int version, List<Row> rows) {
  private static final Splitter CELLS = Splitter.on('\t');
  private static final String VERSION = "# version: ";

  record Row(int line, List<String> cells) {}

  static Table parse(String name, String text) {
    var lines = text.lines().toList();
    var rows = new ArrayList<Row>();
    int version = 0;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith(VERSION)) {
        version = version(name, i + 1, line.substring(VERSION.length()));
      } else if (!line.startsWith("#")) {
        rows.add(new Row(i + 1, CELLS.splitToList(line)));
      }
    }
    if (version < 1) {
      throw new IllegalStateException(name + " names no version");
    }
    return new Table(name, version, List.copyOf(rows));
  }

  /**
   * One value for every row of {@code least} to {@code most} cells; whatever is wrong with a row is
   * reported with its line.
   */
  <T> List<T> map(int least, int most, Function<List<String>, T> maker) {
    var values = new ArrayList<T>();
    int last = 0;
    for (var row : rows) {
      try {
        refuseWidth(row.cells().size(), least, most);
        last = ascending(last, Integer.parseInt(row.cells().getFirst()));
        values.add(maker.apply(row.cells()));
      } catch (IllegalArgumentException e) {
        throw broken(name, row.line(), e);
      }
    }
    return List.copyOf(values);
  }

  private static void refuseWidth(int cells, int least, int most) {
    if (cells < least || cells > most) {
      throw new IllegalArgumentException(cells + " columns");
    }
  }

  private static int ascending(int last, int id) {
    if (id <= last) {
      throw new IllegalArgumentException("id " + id + " after " + last);
    }
    return id;
  }

  private static int version(String name, int line, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw broken(name, line, e);
    }
  }

  private static IllegalStateException broken(String name, int line, IllegalArgumentException why) {
    return new IllegalStateException(name + " line " + line + ": " + why.getMessage(), why);
  }
}
