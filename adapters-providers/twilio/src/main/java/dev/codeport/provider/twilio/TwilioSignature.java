package dev.codeport.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: the Base64 of HMAC-SHA1, under the account's token, of the address
 * that Twilio was told and of every field of the form, name and value, sorted by name with regard
 * to case; of a name that comes several times each different value, sorted. A body that is no form
 * is not covered: its SHA-256 stands in the address as {@code bodySHA256}. Twilio sometimes signs
 * the address with its port and sometimes without, so both count (twilio.com/docs/usage/security).
 */
final class TwilioSignature {
  private static final String HEADER = "x-twilio-signature";
  private static final String ALGORITHM = "HmacSHA1";
  private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(&|$)");

  private final SecretKeySpec key;
  private final URI told;

  TwilioSignature(Secret authToken, URI told) {
    this.key = new SecretKeySpec(authToken.reveal().getBytes(UTF_8), ALGORITHM);
    this.told = told;
  }

  boolean isOn(Callback callback) {
    var shown = callback.header(HEADER).map(String::strip).orElse("").getBytes(UTF_8);
    var query = Optional.ofNullable(callback.url().getRawQuery()).map(q -> "?" + q).orElse("");
    var hash = BODY_HASH.matcher(query);
    if (hash.find()) {
      return isHashOf(hash.group(1), callback.body()) && isOneOf(shown, addresses(query), "");
    }
    return Form.read(callback.body())
        .filter(form -> isOneOf(shown, addresses(query), form.joined()))
        .isPresent();
  }

  /** The path is the one we told; what Twilio adds to the query is its own. */
  private Stream<String> addresses(String query) {
    var path = told.getRawPath() + query;
    var host = told.getScheme() + "://" + told.getHost();
    int port = told.getPort() >= 0 ? told.getPort() : told.getScheme().equals("https") ? 443 : 80;
    return Stream.of(host + path, host + ":" + port + path);
  }

  private boolean isOneOf(byte[] shown, Stream<String> addresses, String fields) {
    return addresses.anyMatch(address -> MessageDigest.isEqual(shown, sign(address + fields)));
  }

  private byte[] sign(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encode(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static boolean isHashOf(String hex, String body) {
    try {
      var right = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return MessageDigest.isEqual(HexFormat.of().parseHex(hex), right);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
