package dev.codeport.http;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.secret.Secret;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** A server over a fake, on a free port, with one key that it knows. */
public final class Served implements AutoCloseable {
  public static final String KEY = "cp_test_key";
  public static final String ADMIN = "an-admin-key-of-length";

  public final FakeCodeport codeport = new FakeCodeport();
  public final Api stranger;
  public final Api api;
  public Decision decision = new Decision.Granted(1);
  private final CodeportServer server;

  private Served(HttpSettings settings) {
    codeport.authenticate =
        key -> key.reveal().equals(KEY) ? Optional.of(Given.holder()) : Optional.empty();
    server =
        new CodeportServerBuilder(
                codeport,
                settings.onPort(0).withAdminKey(Secret.of(ADMIN)),
                new ToldLimiter(),
                InstantSource.fixed(Given.NOW),
                new Random(1))
            .start();
    stranger = Api.at(server.url());
    api = stranger.key(KEY);
  }

  public static Served start() {
    return new Served(HttpSettings.standard());
  }

  public static Served start(HttpSettings settings) {
    return new Served(settings);
  }

  public CodeportServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  /** Decides as the test says. */
  private final class ToldLimiter implements RateLimiter {
    @Override
    public Decision take(Limit limit, LimitKey key) {
      return decision;
    }

    @Override
    public Decision peek(Limit limit, LimitKey key) {
      return decision;
    }
  }
}
