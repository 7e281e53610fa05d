package dev.codeport.http.api.order;

import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;

/** When a cancel is wanted: at once or not at all, or as soon as it is allowed. */
enum When {
  NOW("cancel"),
  ALLOWED("cancel when allowed");

  private final String meaning;

  When(String meaning) {
    this.meaning = meaning;
  }

  /** What a key stands for that was sent with it. */
  String meaning() {
    return meaning;
  }

  static When of(Fields fields) {
    return switch (fields.optionalText("when", 64).orElse("now")) {
      case "now" -> NOW;
      case "allowed" -> ALLOWED;
      default -> throw new BadInput("when", "must be now or allowed");
    };
  }
}
