package dev.codeport.provider.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets, in clear or as a URL writes them, out of texts, and cuts these short. */
final class Redaction {
  private static final int LONGEST = 200;

  private final List<String> hidden;

  Redaction(List<String> hidden) {
    this.hidden =
        hidden.stream()
            .filter(text -> !text.isBlank())
            .flatMap(text -> Stream.of(text, URLEncoder.encode(text, StandardCharsets.UTF_8)))
            .distinct()
            .toList();
  }

  String apply(String text) {
    var clean = text;
    for (var secret : hidden) {
      clean = clean.replace(secret, "***");
    }
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }
}
