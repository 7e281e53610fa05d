package dev.codeport.http.console;

import com.google.common.base.Ascii;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.Origins;
import dev.codeport.http.server.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where these pages stand.
 *
 * @param publicUrl under which visitors reach them; none: under whatever they ask for
 * @param origins whose word on where visitors come from is believed
 * @param adminKey opens the operator's part; none: there is no such part
 * @param sandbox whether no real SMS is involved
 */
public record Premises(
    Optional<URI> publicUrl, Origins origins, Optional<Secret> adminKey, boolean sandbox) {

  /** Whether the visitor's browser speaks https. */
  boolean isSecure(Request request) {
    return publicUrl.filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent()
        || origins.isSecure(request);
  }

  /**
   * Whether a form was sent from a page of ours, as far as the browser says: only an old one says
   * nothing.
   */
  boolean isFromHere(Request request) {
    var site = request.headers("sec-fetch-site");
    return site.isEmpty() ? isOwnOrigin(request) : site.equals(List.of("same-origin"));
  }

  private boolean isOwnOrigin(Request request) {
    var origin = request.headers("origin");
    return origin.isEmpty()
        || (origin.size() == 1
            && (isAuthority(origin.getFirst(), request.headers("host"))
                || publicUrl.filter(url -> isOrigin(origin.getFirst(), url)).isPresent()));
  }

  private static boolean isAuthority(String origin, List<String> host) {
    return host.size() == 1
        && (Ascii.equalsIgnoreCase(origin, "http://" + host.getFirst())
            || Ascii.equalsIgnoreCase(origin, "https://" + host.getFirst()));
  }

  private static boolean isOrigin(String origin, URI url) {
    return Ascii.equalsIgnoreCase(origin, url.getScheme() + "://" + url.getAuthority());
  }
}
