package dev.codeport.provider.sandbox;

import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Writes the SMS that platforms send. For one thread. */
final class Writer {
  private static final Pattern CODE = Pattern.compile("(?<![\\d-])(\\d{3}-\\d{3}|\\d{4,8})(?!\\d)");

  private final RandomGenerator random;

  Writer(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param code as the vendor understands it, without dashes and letters
   */
  record Letter(String text, Optional<String> code) {}

  Letter write(Service service, Land land) {
    var texts = Wares.SHIPPED.texts(land);
    var digits = digits(service.form());
    var text =
        texts
            .get(random.nextInt(texts.size()))
            .replace("{service}", service.name())
            .replace("{code}", printed(service.form(), digits));
    return new Letter(text, Optional.of(digits));
  }

  /** A text somebody else wrote; the vendor takes its first plain number for the code. */
  static Letter read(String text) {
    var found = CODE.matcher(text);
    return new Letter(
        text, found.find() ? Optional.of(found.group().replace("-", "")) : Optional.empty());
  }

  private String digits(String form) {
    int length = form.startsWith("d") && form.length() == 2 ? form.charAt(1) - '0' : 6;
    return random
        .ints(length, 0, 10)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static String printed(String form, String digits) {
    return switch (form) {
      case "dash3" -> digits.substring(0, 3) + "-" + digits.substring(3);
      case "g6" -> "G-" + digits;
      default -> digits;
    };
  }
}
