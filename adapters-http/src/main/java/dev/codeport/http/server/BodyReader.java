package dev.codeport.http.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/**
 * Collects a body on the event loop, up to the cap. What is too large is read to its end and thrown
 * away before anybody answers, since a caller that is still sending would not see the answer; past
 * {@link #MOST_DRAINED} bytes patience ends.
 */
final class BodyReader {
  static final long MOST_DRAINED = 64L << 20;

  /** How it went. */
  sealed interface Outcome {}

  record Whole(Buffer body) implements Outcome {}

  /**
   * @param sending whether the caller may still be sending
   */
  record TooLarge(boolean sending) implements Outcome {}

  record TooSlow() implements Outcome {}

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Bounds bounds;
  private final Consumer<Outcome> then;
  private final Buffer body = Buffer.buffer();
  private long seen;
  private long timer = -1;
  private boolean done;

  private BodyReader(
      Vertx vertx, HttpServerRequest request, Bounds bounds, Consumer<Outcome> then) {
    this.vertx = vertx;
    this.request = request;
    this.bounds = bounds;
    this.then = then;
  }

  static void read(Vertx vertx, HttpServerRequest request, Bounds bounds, Consumer<Outcome> then) {
    new BodyReader(vertx, request, bounds, then).start();
  }

  private void start() {
    var declared = declaredLength();
    var waits = request.getHeader("Expect") != null;
    if (declared > MOST_DRAINED || (declared > bounds.bodyCap() && waits)) {
      finish(new TooLarge(true));
      return;
    }
    request.handler(this::take);
    request.endHandler(end -> finish(seen > bounds.bodyCap() ? new TooLarge(false) : whole()));
    if (waits) {
      request.response().writeContinue();
    }
    if (declared != 0) {
      timer = vertx.setTimer(bounds.bodyTimeout().toMillis(), late -> finish(new TooSlow()));
    }
  }

  private void take(Buffer chunk) {
    seen += chunk.length();
    if (seen <= bounds.bodyCap()) {
      body.appendBuffer(chunk);
    } else if (seen > MOST_DRAINED) {
      finish(new TooLarge(true));
    }
  }

  private Outcome whole() {
    return new Whole(body);
  }

  private void finish(Outcome outcome) {
    if (!done) {
      done = true;
      vertx.cancelTimer(timer);
      then.accept(outcome);
    }
  }

  /** In bytes; -1 when it is not known beforehand. */
  private long declaredLength() {
    if (request.getHeader("Transfer-Encoding") != null) {
      return -1;
    }
    try {
      var length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
