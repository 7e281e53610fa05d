package dev.codeport.provider.handlerapi;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of one resource of vendor codes: {@code code, our word} and perhaps {@code also}, with
 * tabs between.
 *
 * <p>A file that says {@code # extends: other.tsv} holds the other's rows too, but for those whose
 * code or whose word it names itself.
 */
record CodeFile(List<Row> rows) {
  private static final Splitter CELLS = Splitter.on('\t');
  private static final String EXTENDS = "# extends: ";
  private static final String ALSO = "also";

  /**
   * @param ordered whether this is the code to order by; the others are only understood
   */
  record Row(String file, int line, String code, String word, boolean ordered) {
    IllegalStateException broken(String why) {
      return new IllegalStateException(file + " line " + line + ": " + why);
    }
  }

  /**
   * @throws IllegalArgumentException when there is no such resource
   */
  static String existing(String name) {
    Resources.getResource(CodeFile.class, name);
    return name;
  }

  static CodeFile load(String name) {
    return read(name, CodeFile::resource);
  }

  static CodeFile read(String name, Function<String, String> texts) {
    var own = new ArrayList<Row>();
    Optional<String> extended = Optional.empty();
    int number = 0;
    for (var line : texts.apply(name).lines().toList()) {
      number++;
      if (line.startsWith(EXTENDS)) {
        extended = Optional.of(line.substring(EXTENDS.length()));
      } else if (!line.startsWith("#")) {
        own.add(row(name, number, CELLS.splitToList(line)));
      }
    }
    var rows = List.copyOf(own);
    return new CodeFile(extended.map(other -> over(read(other, texts).rows(), rows)).orElse(rows));
  }

  private static Row row(String file, int line, List<String> cells) {
    boolean ordered = cells.size() == 2;
    var row = new Row(file, line, cells.getFirst(), cells.size() > 1 ? cells.get(1) : "", ordered);
    if (!ordered && !(cells.size() == 3 && cells.get(2).equals(ALSO))) {
      throw row.broken("not a code, a word and perhaps \"also\"");
    }
    if (row.code().isBlank()) {
      throw row.broken("no code");
    }
    return row;
  }

  private static List<Row> over(List<Row> others, List<Row> own) {
    Set<String> codes = own.stream().map(Row::code).collect(Collectors.toSet());
    Set<String> words = own.stream().map(Row::word).collect(Collectors.toSet());
    var kept = others.stream().filter(r -> !codes.contains(r.code()) && !words.contains(r.word()));
    return Stream.concat(kept, own.stream()).toList();
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(CodeFile.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
