package dev.codeport.provider.twilio;

import dev.codeport.domain.verification.Callback;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts as Twilio does, written down once more from its documents. */
final class Signed {
  private Signed() {}

  /**
   * @param signedUrl the address as the signer sees it
   * @param url the address as the request comes
   */
  static Callback form(String signedUrl, String url, Map<String, String> fields, String token) {
    var joined = new StringBuilder(signedUrl);
    new TreeMap<>(fields).forEach((name, value) -> joined.append(name).append(value));
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(url, body, sign(joined.toString(), token));
  }

  static Callback post(String url, String body, String signature) {
    return new Callback(
        "POST",
        URI.create(url),
        Map.of(
            "content-type",
            List.of("application/x-www-form-urlencoded"),
            "x-twilio-signature",
            List.of(signature)),
        body);
  }

  static String sign(String text, String token) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has it", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
