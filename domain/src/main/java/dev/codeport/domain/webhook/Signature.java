package dev.codeport.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers by which a receiver knows that we sent it. */
public final class Signature {
  public static final String SMSCODE_HEADER = "X-Webhook-Signature";
  public static final String ID_HEADER = "webhook-id";
  public static final String TIMESTAMP_HEADER = "webhook-timestamp";
  public static final String SIGNATURE_HEADER = "webhook-signature";

  private Signature() {}

  /** {@code sha256=} and the HMAC of the body, in hexadecimal. */
  public static Map<String, String> smscode(Secret secret, byte[] body) {
    return Map.of(SMSCODE_HEADER, "sha256=" + Hmac.of(secret).hex(body));
  }

  /**
   * Standard Webhooks 1.0: of id, time and body, one signature for each secret.
   *
   * @param secrets each {@code whsec_} and base64
   * @param at when this attempt is made
   */
  public static Map<String, String> standard(
      String id, Instant at, byte[] body, List<Secret> secrets) {
    var timestamp = Long.toString(at.getEpochSecond());
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
    signed.writeBytes(body);
    var headers = new LinkedHashMap<String, String>();
    headers.put(ID_HEADER, id);
    headers.put(TIMESTAMP_HEADER, timestamp);
    headers.put(
        SIGNATURE_HEADER,
        secrets.stream()
            .map(secret -> "v1," + base64(secret, signed.toByteArray()))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String base64(Secret secret, byte[] signed) {
    return Base64.getEncoder().encodeToString(Hmac.of(StandardSecret.key(secret)).sign(signed));
  }
}
