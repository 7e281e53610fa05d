package dev.codeport.provider.smscode;

import java.util.Map;

/** A no in the vendor's own words. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  final int status;
  final String code;
  final transient Map<String, Object> details;

  Refusal(int status, String code) {
    this(status, code, Map.of());
  }

  Refusal(int status, String code, Map<String, Object> details) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  static Refusal invalid(String field) {
    return new Refusal(422, "VALIDATION_ERROR", Map.of("field", field));
  }

  static Refusal conflict() {
    return new Refusal(409, "CONFLICT");
  }
}
