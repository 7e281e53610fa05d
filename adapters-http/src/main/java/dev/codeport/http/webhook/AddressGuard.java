package dev.codeport.http.webhook;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Says which addresses webhooks may be sent to: https, a full host name or a public address in its
 * usual spelling, the usual port or a high one. What a name means is decided where it is dialled,
 * by {@link #allows}.
 */
final class AddressGuard {
  private static final int HTTPS = 443;
  private static final int FIRST_HIGH_PORT = 1024;
  private static final int LONGEST_HOST = 253;
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final List<String> INSIDE =
      List.of(
          ".localhost",
          ".local",
          ".localdomain",
          ".internal",
          ".intranet",
          ".lan",
          ".home",
          ".corp",
          ".private",
          ".arpa",
          ".onion",
          ".test",
          ".example",
          ".invalid",
          ".alt");

  private final boolean development;

  private AddressGuard(boolean development) {
    this.development = development;
  }

  static AddressGuard strict() {
    return new AddressGuard(false);
  }

  /** Lets http and loopback through too. */
  static AddressGuard forDevelopment() {
    return new AddressGuard(true);
  }

  /**
   * Why this URL may not be used, as far as that shows without looking its name up. The host must
   * be the same whether Java reads the URL or the client that will dial it.
   */
  Optional<String> refusal(String url) {
    var dialled = HttpUrl.parse(url);
    if (dialled == null || !isPrintable(url)) {
      return Optional.of("must be a URL that begins with https://");
    }
    try {
      var parsed = new URI(url);
      return refusal(parsed, String.valueOf(parsed.getRawAuthority()))
          .or(() -> refusalOfDialled(parsed, dialled));
    } catch (URISyntaxException e) {
      return Optional.of("must be a URL that begins with https://");
    }
  }

  private static boolean isPrintable(String url) {
    return url.chars().allMatch(c -> c > ' ' && c < 0x7F);
  }

  private Optional<String> refusalOfDialled(URI parsed, HttpUrl dialled) {
    var literal = InetAddresses.isInetAddress(dialled.host());
    var same = literal || dialled.host().equalsIgnoreCase(parsed.getHost());
    return same && (!literal || literalAllowed(dialled.host()))
        ? Optional.empty()
        : Optional.of("must name a public host");
  }

  private Optional<String> refusal(URI url, String authority) {
    var host = url.getHost();
    if (!schemeAllowed(String.valueOf(url.getScheme()))) {
      return Optional.of("must begin with https://");
    }
    if (host == null || url.getRawUserInfo() != null || authority.contains("@")) {
      return Optional.of("must name a host, and no user");
    }
    if (authority.endsWith(":") || !portAllowed(url.getPort())) {
      return Optional.of("must use port 443 or one from 1024 on");
    }
    return hostAllowed(host.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("must name a public host");
  }

  /** Whether this address may be dialled. */
  boolean allows(InetAddress address) {
    return PublicAddresses.contain(address.getAddress())
        || (development && address.isLoopbackAddress());
  }

  private boolean schemeAllowed(String scheme) {
    return scheme.equalsIgnoreCase("https") || (development && scheme.equalsIgnoreCase("http"));
  }

  private static boolean portAllowed(int port) {
    return port == -1 || port == HTTPS || (port >= FIRST_HIGH_PORT && port <= 65_535);
  }

  private boolean hostAllowed(String host) {
    if (host.startsWith("[")) {
      return host.indexOf('%') < 0 && literalAllowed(host.substring(1, host.length() - 1));
    }
    if (NUMBER.matcher(host).matches()) {
      return literalAllowed(host);
    }
    return (development && host.equals("localhost"))
        || (host.length() <= LONGEST_HOST
            && NAME.matcher(host).matches()
            && INSIDE.stream().noneMatch(host::endsWith));
  }

  private boolean literalAllowed(String literal) {
    return InetAddresses.isInetAddress(literal) && allows(InetAddresses.forString(literal));
  }
}
