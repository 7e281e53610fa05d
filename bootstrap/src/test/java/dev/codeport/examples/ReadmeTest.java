package dev.codeport.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's Java is the example's, region by region. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("// region \\w+\n(.*?)\n *// endregion", Pattern.DOTALL);
  private static final Path EXAMPLE = Path.of("src/test/java/dev/codeport/examples/Embedding.java");

  @Test
  void quotes_the_example_that_is_compiled_and_run() throws IOException {
    var quoted = found(BLOCK, Files.readString(Path.of("../README.md"))).getFirst();
    var regions = found(REGION, Files.readString(EXAMPLE));

    assertTrue(regions.size() > 1);
    assertEquals(String.join("\n\n", regions), quoted);
  }

  @Test
  void names_only_files_that_are_there() throws IOException {
    var links =
        found(
            Pattern.compile("]\\(((?!http|#)[^)]*)\\)"), Files.readString(Path.of("../README.md")));

    assertTrue(links.size() > 1);
    for (var link : links) {
      assertTrue(Files.exists(Path.of("..", link.strip())), link);
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    var found = new ArrayList<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1).stripIndent());
    }
    return found;
  }
}
