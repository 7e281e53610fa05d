package dev.codeport.provider.sandbox.sender;

/**
 * Which of its own documents the service follows; they contradict each other.
 *
 * <pre>
 *       path                key            who makes the code   a repeated key
 *   G1  /otp/send           X-API-Key      the service          sends once
 *   G2  /otp/send           X-API-Key      who asks             sends once
 *   G3  /otp/send           X-API-Key      who asks             (it has none)
 *   G4  /v1/auth/send-otp   Bearer         the service          (it has none)
 * </pre>
 */
public enum Generation {
  G1,
  G2,
  G3,
  G4;

  boolean makesCodes() {
    return this == G1 || this == G4;
  }
}
