package dev.codeport.domain.verification;

/** A sender's own name for what it sent: 1 to 255 characters. */
public record Handle(String value) {
  public Handle {
    if (value.isEmpty() || value.length() > 255) {
      throw new IllegalArgumentException("a handle has 1 to 255 characters");
    }
  }
}
