package dev.codeport.domain.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A made-up message of the tables beside this class, and the code in it, empty if there is none.
 */
record Message(String text, String code) {

  static List<Message> withCode() {
    return lines("codes.tsv").stream().map(Message::parse).toList();
  }

  static List<Message> withoutCode() {
    return lines("no-codes.tsv").stream().map(line -> new Message(unescape(line), "")).toList();
  }

  private static List<String> lines(String table) {
    try (var stream = Message.class.getResourceAsStream(table)) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Message parse(String line) {
    int tab = line.indexOf('\t');
    return new Message(unescape(line.substring(tab + 1)), line.substring(0, tab));
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n");
  }
}
