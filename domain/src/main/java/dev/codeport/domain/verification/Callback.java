package dev.codeport.domain.verification;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a sender's service made to us, as it came.
 *
 * @param url under which the service was told to call, query included: signatures may cover it
 * @param headers by name in lower case
 * @param body decoded as UTF-8; of bytes that are none, no signature is right
 */
public record Callback(String method, URI url, Map<String, List<String>> headers, String body) {
  /** A header that is there exactly once. */
  public Optional<String> header(String name) {
    var values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Callback[" + method + "]";
  }
}
