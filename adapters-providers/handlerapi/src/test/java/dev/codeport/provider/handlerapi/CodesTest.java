package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  private static final String BASE = "# columns\n1\talpha\n2\tbeta\n22\tbeta\talso\n3\tgamma\n";

  @Test
  void every_code_is_understood_and_one_is_ordered() {
    var codes = codes(Map.of("base.tsv", BASE), "base.tsv");

    assertEquals(Optional.of("BETA"), codes.meaningOf("2"));
    assertEquals(Optional.of("BETA"), codes.meaningOf("22"));
    assertEquals(Optional.of("2"), codes.codeOf("BETA"));
    assertEquals(Optional.empty(), codes.meaningOf("4"));
    assertEquals(Optional.empty(), codes.codeOf("DELTA"));
  }

  @Test
  void an_extending_file_replaces_by_code_and_by_word() {
    var own = "# extends: base.tsv\n1\tdelta\n9\tbeta\n";

    var codes = codes(Map.of("base.tsv", BASE, "own.tsv", own), "own.tsv");

    assertEquals(Optional.of("DELTA"), codes.meaningOf("1"));
    assertEquals(Optional.empty(), codes.codeOf("ALPHA"));
    assertEquals(Optional.of("9"), codes.codeOf("BETA"));
    assertEquals(Optional.empty(), codes.meaningOf("2"));
    assertEquals(Optional.empty(), codes.meaningOf("22"));
    assertEquals(Optional.of("3"), codes.codeOf("GAMMA"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1\\tdelta; line 6: a second meaning of 1",
        "4\\talpha; line 6: a second code to order alpha",
        "4\\tomega; line 6: unknown: omega",
        "4\\tdelta\\talso; line 6: no code to order delta",
        "4\\tdelta\\tmaybe; line 6: not a code, a word and perhaps \"also\"",
        "4; line 6: not a code, a word and perhaps \"also\"",
        "\\tdelta; line 6: no code"
      })
  void a_broken_row_names_file_and_line(String row, String complaint) {
    var texts = Map.of("base.tsv", BASE + row.replace("\\t", "\t"));

    var refused = assertThrows(IllegalStateException.class, () -> codes(texts, "base.tsv"));

    assertEquals("base.tsv " + complaint, refused.getMessage());
  }

  private static Codes<String> codes(Map<String, String> texts, String name) {
    return Codes.of(
        CodeFile.read(name, file -> texts.getOrDefault(file, "")), CodesTest::upperCaseGreek);
  }

  private static Optional<String> upperCaseGreek(String word) {
    return switch (word) {
      case "alpha" -> Optional.of("ALPHA");
      case "beta" -> Optional.of("BETA");
      case "gamma" -> Optional.of("GAMMA");
      case "delta" -> Optional.of("DELTA");
      default -> Optional.empty();
    };
  }
}
