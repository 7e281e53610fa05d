package dev.codeport.provider.httpsms;

import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.TextMessage;
import java.util.Map;
import java.util.Set;

/**
 * What is filled into templates, by its name. Prints itself without them: there is a code among
 * them.
 */
record Values(Map<String, String> byName) {
  static final Set<String> NAMES =
      Set.of("to", "to_digits", "text", "code", "reference", "life", "api_key");

  static Values of(TextMessage message, Secret apiKey) {
    return new Values(
        Map.of(
            "to", message.to().e164(),
            "to_digits", message.to().digits(),
            "text", message.text(),
            "code", message.code().digits(),
            "reference", message.reference(),
            "life", Long.toString(message.life().toSeconds()),
            "api_key", apiKey.reveal()));
  }

  /** For trying a template out: with every sign that may spoil it. */
  static Values trying() {
    return new Values(
        Map.of(
            "to", "+447700900123",
            "to_digits", "447700900123",
            "text", "\"'<&>\\ ]]>\r\n\t{to} é 👍",
            "code", "735201",
            "reference", "reference-1",
            "life", "600",
            "api_key", "\"'<&>\\"));
  }

  String get(String name) {
    return byName.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "Values" + byName.keySet();
  }
}
