package dev.codeport.http;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.api.PhoneDoor;
import dev.codeport.http.api.SandboxDoor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server over a fake, on a free port, with one key that it knows. */
public final class Served implements AutoCloseable {
  public static final String KEY = "cp_test_key";
  public static final String ADMIN = "an-admin-key-of-length";

  public final FakeCodeport codeport = new FakeCodeport();
  public final Api stranger;
  public final Api api;
  public volatile Decision decision = new Decision.Granted(1);
  public volatile boolean ready = true;
  public final List<String> observed = new CopyOnWriteArrayList<>();
  public final List<LimitKey> taken = new CopyOnWriteArrayList<>();
  public final FakeDoor door = new FakeDoor();
  private final CodeportServer server;

  private Served(HttpSettings settings, int port) {
    codeport.authenticate =
        key -> key.reveal().equals(KEY) ? Optional.of(Given.holder()) : Optional.empty();
    server =
        new CodeportServerBuilder(
                codeport,
                settings.onPort(port).withAdminKey(Secret.of(ADMIN)),
                new ToldLimiter(),
                InstantSource.fixed(Given.NOW),
                new Random(1))
            .ready(() -> ready)
            .metrics(() -> "codeport_up 1\n")
            .observer(
                (method, route, status, took) -> observed.add(method + " " + route + " " + status))
            .sandbox(door)
            .handlerApi(Codes.USUAL)
            .phones(door)
            .start();
    stranger = Api.at(URI.create("http://127.0.0.1:" + server.port()));
    api = stranger.key(KEY);
  }

  public static Served start() {
    return start(HttpSettings.standard());
  }

  public static Served start(HttpSettings settings) {
    return start(settings, 0);
  }

  public static Served start(HttpSettings settings, int port) {
    return new Served(settings, port);
  }

  public CodeportServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }

  /** A sandbox in which one number waits. */
  public static final class FakeDoor implements SandboxDoor, PhoneDoor {
    public final List<String> delivered = new CopyOnWriteArrayList<>();

    @Override
    public boolean deliver(PhoneNumber phone, String text) {
      delivered.add(phone.e164() + " " + text);
      return phone.e164().equals("+628110000511");
    }

    @Override
    public List<Arrived> messages(PhoneNumber phone) {
      return phone.e164().equals("+14155550100")
          ? List.of(new Arrived("paper", "480215 is your code", Given.NOW))
          : List.of();
    }

    @Override
    public Instant advance(Duration by) {
      return Given.NOW.plus(by);
    }
  }

  /** Decides as the test says. */
  private final class ToldLimiter implements RateLimiter {
    @Override
    public Decision take(Limit limit, LimitKey key) {
      taken.add(key);
      return decision;
    }

    @Override
    public void refund(Limit limit, LimitKey key) {}

    @Override
    public Decision peek(Limit limit, LimitKey key) {
      return decision;
    }
  }
}
