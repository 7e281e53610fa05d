package dev.codeport.domain.code;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeExtractorRobustnessTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private final CodeExtractor extractor = CodeExtractor.standard();

  /** What a scanner may stumble over when there is a lot of it. */
  static List<String> units() {
    return List.of(
        "1",
        "a",
        " ",
        "\n",
        "*",
        "#",
        "-",
        ".",
        "+",
        "(",
        "@",
        "1 ",
        "1-",
        "12.",
        "*1",
        "1*",
        "a1",
        "A-",
        "1a-",
        "a_",
        "a.",
        "a@",
        "x.co/",
        "http://a ",
        "code ",
        "code 1234 ",
        "1234 code ",
        "code code 12 ",
        "promo code 6053 ",
        "to 60531 ",
        "order 6053. ",
        "один код 6053 ",
        "验证码6053",
        "验",
        "รหัส",
        "\u0301",
        "a\u0301\u0323",
        "\u0323\u0301",
        "\u200e",
        "\ud800",
        "\udc00",
        "\0",
        "😀4",
        "٤ ",
        "card ending in 4410, ",
        "OTP",
        "XX1234 ",
        "CODE ABCDE ",
        "CODE A1B2 ",
        "\n@a.bc #---",
        "<#> ");
  }

  @Test
  void reads_a_megabyte_of_anything_in_time() {
    var text =
        Stream.of("1 ", "a_", "验证码6053")
            .map(unit -> unit.repeat(MEGABYTE / 3 / unit.length()))
            .collect(joining());

    assertTimeoutPreemptively(GENEROUS, () -> extractor.extract(text));
  }

  @ParameterizedTest
  @MethodSource("units")
  void reads_much_of_anything_in_time(String unit) {
    var text = unit.repeat(MEGABYTE / 64 / unit.length());

    assertTimeoutPreemptively(GENEROUS, () -> extractor.extract(text));
  }

  @Test
  void finds_the_code_behind_a_megabyte_of_nothing() {
    var text = "Lorem ipsum, dolor sit amet. ".repeat(MEGABYTE / 29) + "Your code is 605318";

    var extraction = assertTimeoutPreemptively(GENEROUS, () -> extractor.extract(text));

    assertEquals("605318", extraction.code().orElseThrow().value());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answers_garbage_always_and_always_the_same(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 250; i++) {
      var text = garbage(random);

      var extraction = extractor.extract(text);

      assertEquals(extraction, extractor.extract(text), () -> "seed " + seed + ": " + text);
      extraction.code().ifPresent(code -> assertStandsIn(text, code, seed));
    }
  }

  @Test
  void finds_every_code_whatever_garbage_stands_in_other_lines() {
    var random = new Random(6053);
    for (int i = 0; i < 200; i++) {
      var noise = letters(random);
      var text = noise + "\nYour verification code is 605318.\n" + noise;

      var extraction = extractor.extract(text);

      assertEquals("605318", extraction.code().map(Code::value).orElse(""), text);
    }
  }

  @Test
  void answers_the_same_on_many_threads() {
    var messages = Message.withCode();

    var found =
        IntStream.range(0, messages.size() * 8)
            .parallel()
            .mapToObj(i -> messages.get(i % messages.size()))
            .filter(one -> extractor.extract(one.text()).code().isPresent())
            .count();

    assertEquals(messages.size() * 8L, found);
  }

  private static void assertStandsIn(String text, Code code, long seed) {
    var folded = Folding.fold(text).text().replaceAll("[ -]", "");
    assertTrue(folded.contains(code.value()), () -> "seed " + seed + ": " + text);
  }

  /** Words of the lexicon, digits of many scripts, separators, and code units at random. */
  private static String garbage(RandomGenerator random) {
    var pieces =
        List.of(
            "code", "otp ", "код", "验证码", "promo", "order ", "is", ": ", " - ", "-", ".", "\n", "*",
            "#", "@a.bc #", "#---", "<#>", "http://", "G-", "RUB", "%", "1", "23", "4567", "890123",
            "٦٠٥٣", "६०५३", "６０５３", "\u200f", "\u0301", "\ud83d", "\udc00", "\0", "X", "aB3");
    var text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(4) == 0) {
        text.append((char) random.nextInt(0x10000));
      } else {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
    }
    return text.toString();
  }

  private static String letters(RandomGenerator random) {
    return random
        .ints(random.nextInt(40), 'g', 'l')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
