package dev.codeport.http.facade.smscode;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/** The caller's name for a request that may be repeated; none when it has none. */
record Idempotency(Optional<IdempotencyKey> key) {
  private static final String HEADER = "idempotency-key";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /** Read before anything else of the request. */
  static Idempotency of(Request request) {
    var given = request.headers(HEADER);
    if (given.size() > 1) {
      throw new BadInput(HEADER, "must be given once");
    }
    return new Idempotency(given.stream().map(Idempotency::key).findFirst());
  }

  /**
   * @param meaning the version, the operation and its parameters in one normal form
   */
  Optional<Repeatable> meaning(String... meaning) {
    return key.map(name -> new Repeatable(name, Fingerprint.of(meaning)));
  }

  private static IdempotencyKey key(String text) {
    if (!KEY.matcher(text).matches()) {
      throw new BadInput(HEADER, "must be 1 to 128 letters, digits, dashes or underscores");
    }
    return new IdempotencyKey(text);
  }
}
