package dev.codeport.http.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said, in every language. */
class TextsTest {
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z0-9.-]+)\"[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void all_languages_say_the_same_things_with_the_same_things_in_them() {
    var first = Texts.all().getFirst();
    for (var texts : Texts.all()) {
      assertEquals(first.keys(), texts.keys(), texts.language());
      for (var key : first.keys()) {
        assertFalse(texts.say(key).isBlank(), texts.language() + " " + key);
        assertEquals(places(first.say(key)), places(texts.say(key)), texts.language() + " " + key);
      }
    }
  }

  @Test
  void everything_that_templates_say_is_there() throws IOException {
    var missing = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        SAID.matcher(Files.readString(file))
            .results()
            .map(said -> said.group(1))
            .filter(key -> !Texts.all().getFirst().has(key))
            .forEach(missing::add);
      }
    }

    assertTrue(missing.isEmpty(), missing::toString);
  }

  @Test
  void what_is_filled_in_is_not_looked_at_again() {
    assertEquals(
        "Nothing was done. The part “{1}” $1 \\. Go back and correct it.",
        Texts.all().getFirst().say("fail.bad-input.text", "{1}", "$1 \\"));
  }

  private static String places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group())
        .sorted()
        .distinct()
        .collect(Collectors.joining());
  }
}
