package dev.codeport.provider.sandbox;

/** A body with its status. */
public record Page(int status, String type, String body) {
  // Vendors of numbers call everything HTML, JSON too.
  private static final String HTML = "text/html; charset=UTF-8";
  private static final String JSON = "application/json; charset=utf-8";

  public static Page html(int status, String body) {
    return new Page(status, HTML, body);
  }

  public static Page json(int status, String body) {
    return new Page(status, JSON, body);
  }
}
