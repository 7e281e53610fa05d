package dev.codeport.http.api;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of a request, after draft-07: a structured string in quotes, or the
 * bare key as many clients send it; the same key either way. Unique within the account.
 */
public record RequestKey(Optional<IdempotencyKey> key) {
  public static final String REPLAYED = "Idempotency-Replayed";

  public static final String HEADER = "idempotency-key";

  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x20-\\x7E&&[^\"\\\\]]|\\\\[\"\\\\])*)\"");
  private static final Pattern BARE = Pattern.compile("[\\x21-\\x7E&&[^\"]]{1,255}");

  /** Read before anything else of the request. */
  public static RequestKey of(Request request) {
    return of(request, HEADER);
  }

  /** The same in a header of another name. */
  public static RequestKey of(Request request, String header) {
    var given = request.headers(header);
    if (given.size() > 1) {
      throw bad(header, "must be given once");
    }
    return new RequestKey(given.stream().map(text -> parse(header, text)).findFirst());
  }

  public boolean isMissing() {
    return key.isEmpty();
  }

  /**
   * @param meaning the operation and its parameters in one normal form
   */
  public Optional<Repeatable> meaning(String... meaning) {
    return key.map(name -> new Repeatable(name, Fingerprint.of(meaning)));
  }

  private static IdempotencyKey parse(String header, String text) {
    var stripped = text.strip();
    var quoted = QUOTED.matcher(stripped);
    var value = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : stripped;
    if (!quoted.matches() && !BARE.matcher(stripped).matches()) {
      throw bad(header, "must be a string in quotes, or 1 to 255 printable characters without any");
    }
    try {
      return new IdempotencyKey(value);
    } catch (IllegalArgumentException e) {
      throw bad(header, "must have 1 to 255 printable characters and no blanks");
    }
  }

  private static BadInput bad(String header, String reason) {
    return BadInput.parameter(header, reason);
  }
}
