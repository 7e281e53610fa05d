package dev.codeport.application.webhook;

import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of one attempt: what the endpoint wants, and our signature. */
final class Stamp {
  private Stamp() {}

  static Map<String, String> headers(Endpoint endpoint, String id, Instant now, byte[] body) {
    var headers = new LinkedHashMap<String, String>();
    endpoint.headers().forEach(header -> headers.put(header.name(), header.value().reveal()));
    headers.putAll(signature(endpoint, id, now, body));
    return headers;
  }

  private static Map<String, String> signature(
      Endpoint endpoint, String id, Instant now, byte[] body) {
    return switch (endpoint.style()) {
      case SMSCODE ->
          endpoint.secret().map(secret -> Signature.smscode(secret, body)).orElse(Map.of());
      case STANDARD -> Signature.standard(id, now, body, endpoint.secretsAt(now));
    };
  }
}
