package dev.codeport.http;

import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.console.ConsoleSettings;
import dev.codeport.http.facade.auth.AuthSettings;
import dev.codeport.http.server.Bounds;
import dev.codeport.http.server.KeyLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What may be set about the server.
 *
 * @param host the address to listen on
 * @param port 0 for a free one
 * @param publicUrl under which callers reach the server; none for the address it listens on
 * @param bounds how much may be asked of it
 * @param limits how often one API key may ask
 * @param adminKey opens {@code /api/admin}, at least 16 characters; none: there is no such path
 * @param ledger the currency and scale in which the service keeps money
 * @param smscode whether {@code /v1} and {@code /v2} exist; needs a ledger in whole rupiah
 * @param drain how long stopping waits for requests that run
 * @param live how much may be kept open for one account, and for how long
 * @param auth how the two routes under {@code /auth} are
 * @param console how the pages under {@code /console} are
 */
public record HttpSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Bounds bounds,
    KeyLimits limits,
    Optional<Secret> adminKey,
    Ledger ledger,
    boolean smscode,
    Duration drain,
    LiveLimits live,
    AuthSettings auth,
    ConsoleSettings console) {
  private static final int SHORTEST_KEY = 16;

  public HttpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535");
    }
    if (adminKey.filter(key -> key.reveal().length() < SHORTEST_KEY).isPresent()) {
      throw new IllegalArgumentException(
          "an admin key has at least " + SHORTEST_KEY + " characters");
    }
    if (smscode && !ledger.equals(Ledger.rupiah())) {
      throw new IllegalArgumentException("the SMSCode API needs a ledger in whole rupiah");
    }
  }

  /** On loopback, without an admin key. */
  public static HttpSettings standard() {
    return new HttpSettings(
        "127.0.0.1",
        8080,
        Optional.empty(),
        Bounds.STANDARD,
        KeyLimits.STANDARD,
        Optional.empty(),
        Ledger.rupiah(),
        true,
        Duration.ofSeconds(30),
        LiveLimits.STANDARD,
        AuthSettings.STANDARD,
        ConsoleSettings.STANDARD);
  }

  public HttpSettings onPort(int other) {
    return new HttpSettings(
        host, other, publicUrl, bounds, limits, adminKey, ledger, smscode, drain, live, auth,
        console);
  }

  public HttpSettings at(URI address) {
    return new HttpSettings(
        host,
        port,
        Optional.of(address),
        bounds,
        limits,
        adminKey,
        ledger,
        smscode,
        drain,
        live,
        auth,
        console);
  }

  public HttpSettings withAdminKey(Secret key) {
    return new HttpSettings(
        host,
        port,
        publicUrl,
        bounds,
        limits,
        Optional.of(key),
        ledger,
        smscode,
        drain,
        live,
        auth,
        console);
  }

  public HttpSettings withLimits(KeyLimits other) {
    return new HttpSettings(
        host, port, publicUrl, bounds, other, adminKey, ledger, smscode, drain, live, auth,
        console);
  }

  public HttpSettings withBounds(Bounds other) {
    return new HttpSettings(
        host, port, publicUrl, other, limits, adminKey, ledger, smscode, drain, live, auth,
        console);
  }

  public HttpSettings withDrain(Duration patience) {
    return new HttpSettings(
        host, port, publicUrl, bounds, limits, adminKey, ledger, smscode, patience, live, auth,
        console);
  }

  public HttpSettings withLive(LiveLimits other) {
    return new HttpSettings(
        host, port, publicUrl, bounds, limits, adminKey, ledger, smscode, drain, other, auth,
        console);
  }

  public HttpSettings withAuth(AuthSettings other) {
    return new HttpSettings(
        host, port, publicUrl, bounds, limits, adminKey, ledger, smscode, drain, live, other,
        console);
  }

  public HttpSettings withConsole(ConsoleSettings other) {
    return new HttpSettings(
        host, port, publicUrl, bounds, limits, adminKey, ledger, smscode, drain, live, auth, other);
  }

  public HttpSettings withoutSmsCode() {
    return new HttpSettings(
        host, port, publicUrl, bounds, limits, adminKey, ledger, false, drain, live, auth, console);
  }
}
