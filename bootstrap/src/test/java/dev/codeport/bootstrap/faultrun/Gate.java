package dev.codeport.bootstrap.faultrun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codeport.provider.sandbox.Loopback;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stands before a vendor, in fair weather and foul. */
final class Gate implements AutoCloseable {
  private final URI vendor;
  private final Tongue tongue;
  private final Deck deck;
  private final Tricks tricks;
  private final Duration tooLong;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Port port;
  private volatile HttpServer server;
  private volatile Optional<Mishap> weather = Optional.empty();

  /**
   * @param tooLong longer than the service waits for an answer
   */
  Gate(URI vendor, Tongue tongue, Deck deck, Tricks tricks, Duration tooLong) {
    this.vendor = vendor;
    this.tongue = tongue;
    this.deck = deck;
    this.tricks = tricks;
    this.tooLong = tooLong;
    this.server = Loopback.listen(0);
    this.port = new Port(server.getAddress());
    open();
  }

  /** The vendor's address, as far as the service is told. */
  URI base() {
    return URI.create("http://127.0.0.1:" + port.number() + vendor.getPath());
  }

  /** From now on this befalls every request; none, and only what the deck has. */
  synchronized void weather(Optional<Mishap> now) {
    boolean was = weather.filter(Mishap.REFUSED::equals).isPresent();
    boolean is = now.filter(Mishap.REFUSED::equals).isPresent();
    weather = now;
    if (is && !was) {
      server.stop(0);
      port.keep();
      tricks.strike(Mishap.REFUSED);
    } else if (was && !is) {
      server = port.listen();
      open();
    }
  }

  /** From now on all goes well. */
  void heal() {
    weather(Optional.empty());
    deck.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    tricks.close();
  }

  private void open() {
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var ask = Ask.of(exchange);
      var now = weather;
      if (now.isPresent()) {
        endure(exchange, now.get(), ask);
      } else {
        serve(exchange, ask);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endure(HttpExchange exchange, Mishap storm, Ask ask)
      throws IOException, InterruptedException {
    tricks.strike(storm, ask);
    switch (storm) {
      case KEY_REVOKED -> Wire.send(exchange, tongue.no(storm));
      case SILENT -> rest();
      default -> {}
    }
  }

  private void serve(HttpExchange exchange, Ask ask) throws IOException, InterruptedException {
    var drawn = deck.draw(tongue.place(ask));
    if (drawn.isEmpty()) {
      Wire.send(exchange, tricks.pass(ask));
      return;
    }
    if (drawn.get() == Mishap.DONE_LATE) {
      rest();
    }
    if (!tricks.play(exchange, drawn.get(), ask)) {
      deck.putBack(tongue.place(ask), drawn.get());
    }
    if (drawn.get() == Mishap.TIMED_OUT) {
      rest();
    }
  }

  private void rest() throws InterruptedException {
    closed.await(tooLong.toMillis(), TimeUnit.MILLISECONDS);
  }
}
