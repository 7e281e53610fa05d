package dev.codeport.http.server;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under which address callers reach this server.
 *
 * @param configured none: the one that the caller itself used, by plain http
 */
public record PublicAddress(Optional<URI> configured) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?");

  /** Without a slash at the end. */
  public String of(Request request) {
    return configured.map(PublicAddress::plain).orElseGet(() -> "http://" + host(request));
  }

  private static String plain(URI address) {
    var text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static String host(Request request) {
    return request.headers("host").stream()
        .filter(host -> HOST.matcher(host).matches())
        .findFirst()
        .orElse("localhost");
  }
}
