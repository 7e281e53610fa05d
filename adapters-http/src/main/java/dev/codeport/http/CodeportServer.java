package dev.codeport.http;

import dev.codeport.http.server.Listener;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** Codeport, listening. Made by a {@link CodeportServerBuilder}. */
public final class CodeportServer implements AutoCloseable {
  private final HttpSettings settings;
  private final Listener listener;
  private final AtomicBoolean leaving;

  CodeportServer(HttpSettings settings, Listener listener, AtomicBoolean leaving) {
    this.settings = settings;
    this.listener = listener;
    this.leaving = leaving;
  }

  /** The port it listens on. */
  public int port() {
    return listener.port();
  }

  /** Where callers reach it. */
  public URI url() {
    return settings
        .publicUrl()
        .orElseGet(() -> URI.create("http://" + settings.host() + ":" + port()));
  }

  /**
   * Says that it is not ready any more, stops accepting, and finishes what runs, for as long as the
   * settings allow.
   */
  @Override
  public void close() {
    if (leaving.compareAndSet(false, true)) {
      listener.stop(settings.drain());
    }
  }
}
