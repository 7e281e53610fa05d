package dev.codeport.http.server;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One feed on its way to its reader. What the reader does not take piles up no further than one
 * piece and {@link #MOST_QUEUED} bytes; when that lasts, the connection is cut.
 */
final class Streaming implements Waiting {
  static final int MOST_QUEUED = 64 * 1024;

  private final Engine engine;
  private final Context loop;
  private final HttpServerRequest request;
  private final Feed feed;
  private final Runnable ended;
  private final Errand<Feed.Piece> read;
  private final Buffer pulse;
  private Runnable deafen = () -> {};
  private volatile Instant due = Instant.MAX;
  private boolean stuck;
  private boolean over;

  /**
   * @param reading makes an end of whatever goes wrong
   * @param ended called on the event loop when it is over
   */
  Streaming(
      Engine engine,
      Context loop,
      HttpServerRequest request,
      Feed feed,
      Reading reading,
      Runnable ended) {
    this.engine = engine;
    this.loop = loop;
    this.request = request;
    this.feed = feed;
    this.ended = ended;
    this.pulse = Buffer.buffer(feed.pulse().text());
    this.read =
        new Errand<>(
            engine.workers(),
            loop,
            () -> reading.of(() -> feed.next()),
            () -> !over && !stuck,
            this::take);
  }

  /** What a read comes to. */
  interface Reading {
    Feed.Piece of(Supplier<Feed.Piece> read);
  }

  /** The head of the answer must be set. */
  void start() {
    var response = request.response();
    response.setWriteQueueMaxSize(MOST_QUEUED);
    response.closeHandler(gone -> end());
    response.exceptionHandler(broken -> end());
    response.drainHandler(drained -> drained());
    deafen = feed.listen(read::ask);
    write(Buffer.buffer(), response);
    engine.rounds().add(this);
    read.run();
  }

  @Override
  public Instant due() {
    return due;
  }

  @Override
  public void tick() {
    loop.runOnContext(late -> late());
  }

  /** A feed without a pulse comes to its end by itself. */
  @Override
  public void leave() {
    if (!feed.pulse().every().isZero()) {
      loop.runOnContext(leaving -> finish());
    }
  }

  private void take(Feed.Piece piece) {
    if (over) {
      return;
    }
    switch (piece) {
      case Feed.Said more -> {
        write(Buffer.buffer(more.text()), request.response());
        read.run();
      }
      case Feed.Nothing nothing -> {}
      case Feed.End end -> finish();
      case Feed.Cut cut -> cut();
    }
  }

  private void write(Buffer bytes, HttpServerResponse response) {
    var now = engine.rounds().clock().instant();
    if (bytes.length() == 0) {
      response.writeHead();
    } else {
      response.write(bytes);
    }
    stuck = response.writeQueueFull();
    due = stuck ? now.plus(feed.patience()) : nextPulse(now);
  }

  private void drained() {
    if (!over && stuck) {
      stuck = false;
      due = nextPulse(engine.rounds().clock().instant());
      read.run();
    }
  }

  private void late() {
    if (over || due.isAfter(engine.rounds().clock().instant())) {
      return;
    }
    if (stuck) {
      cut();
    } else {
      write(pulse, request.response());
    }
  }

  private Instant nextPulse(Instant now) {
    return feed.pulse().every().isZero() ? Instant.MAX : now.plus(feed.pulse().every());
  }

  private void finish() {
    if (!over && !request.response().closed()) {
      request.response().end();
    }
    end();
  }

  private void cut() {
    request.connection().close();
    end();
  }

  private void end() {
    if (!over) {
      over = true;
      engine.rounds().remove(this);
      deafen.run();
      feed.over();
      ended.run();
    }
  }
}
