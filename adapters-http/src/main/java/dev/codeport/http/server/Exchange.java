package dev.codeport.http.server;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One request on its way: reads its body, has it answered, writes the answer and tells of it. */
final class Exchange {
  private static final System.Logger ACCESS = System.getLogger("dev.codeport.http.access");
  private static final System.Logger FAULTS = System.getLogger("dev.codeport.http.faults");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private final Engine engine;
  private final HttpServerRequest request;
  private final Surface surface;
  private final String template;
  private final Context loop;
  private final String id;
  private final long started = System.nanoTime();

  Exchange(
      Engine engine, HttpServerRequest request, Surface surface, String template, Context loop) {
    this.engine = engine;
    this.request = request;
    this.surface = surface;
    this.template = template;
    this.loop = loop;
    this.id = engine.ids().of(request.getHeader("X-Request-Id"));
  }

  /** Refuses once the body is out of the way. */
  void refuse(Refusal why) {
    read(
        outcome -> {
          switch (outcome) {
            case BodyReader.Whole whole -> write(surface.refuse(why, id), false);
            case BodyReader.TooLarge large -> write(surface.refuse(why, id), large.sending());
            case BodyReader.TooSlow slow -> write(surface.refuse(why, id), true);
          }
        });
  }

  void serve(Routes.Handling handling, Map<String, String> path) {
    read(
        outcome -> {
          switch (outcome) {
            case BodyReader.Whole whole -> work(handling, path, whole.body().getBytes());
            case BodyReader.TooLarge large -> write(tooLarge(), large.sending());
            case BodyReader.TooSlow slow -> write(surface.refuse(new Refusal.TooSlow(), id), true);
          }
        });
  }

  /** Something broke on the event loop, where no endpoint runs. */
  void fail(Throwable broken) {
    write(broken(broken), true);
  }

  private void read(Consumer<BodyReader.Outcome> then) {
    BodyReader.read(
        engine.vertx(),
        request,
        engine.bounds(),
        outcome -> {
          try {
            then.accept(outcome);
          } catch (Throwable broken) {
            fail(broken);
          }
        });
  }

  private Reply tooLarge() {
    return surface.refuse(new Refusal.TooLarge(engine.bounds().bodyCap()), id);
  }

  private void work(Routes.Handling handling, Map<String, String> path, byte[] body) {
    var read = new Request(id, Head.of(request), path, body);
    if (handling.onLoop()) {
      answered(read, answer(handling.endpoint(), read));
    } else if (!engine.enter()) {
      write(surface.refuse(new Refusal.Overloaded(Duration.ofSeconds(1)), id), false);
    } else {
      engine.workers().execute(() -> onThread(handling.endpoint(), read));
    }
  }

  private void onThread(Endpoint endpoint, Request read) {
    var reply = answer(endpoint, read);
    loop.runOnContext(
        back -> {
          engine.leave();
          answered(read, reply);
        });
  }

  /** On the event loop. */
  private void answered(Request read, Reply reply) {
    var response = request.response();
    if (reply.parking().isPresent()) {
      var parking = reply.parking().get();
      if (response.closed()) {
        parking.over();
      } else {
        park(read, parking);
      }
    } else if (reply.feed().isPresent() && !request.method().equals(HttpMethod.HEAD)) {
      var feed = reply.feed().get();
      if (response.closed()) {
        feed.over();
      } else {
        stream(read, reply, feed);
      }
    } else {
      reply.feed().ifPresent(Feed::over);
      write(marked(read, reply), false);
    }
  }

  private void park(Request read, Parking parking) {
    new Parked(
            engine,
            loop,
            parking,
            request.response(),
            look -> looked(look),
            reply -> reply.ifPresent(now -> write(marked(read, now), false)))
        .start();
  }

  private void stream(Request read, Reply reply, Feed feed) {
    var response = request.response();
    head(response, marked(read, reply));
    response.setChunked(true);
    new Streaming(engine, loop, request, feed, this::piece, () -> tell(reply.status())).start();
  }

  private Optional<Reply> looked(Supplier<Optional<Reply>> look) {
    try {
      return look.get();
    } catch (BadInput bad) {
      return Optional.of(refuse(bad));
    } catch (Throwable broken) {
      return Optional.of(broken(broken));
    }
  }

  private Feed.Piece piece(Supplier<Feed.Piece> read) {
    try {
      return read.get();
    } catch (Throwable broken) {
      log(broken);
      return new Feed.Cut();
    }
  }

  private static Reply marked(Request read, Reply reply) {
    var marked = reply;
    for (var mark : read.marks().entrySet()) {
      marked = marked.with(mark.getKey(), mark.getValue());
    }
    return marked;
  }

  private Reply answer(Endpoint endpoint, Request read) {
    try {
      return endpoint.answer(read);
    } catch (BadInput bad) {
      return refuse(bad);
    } catch (Throwable broken) {
      return broken(broken);
    }
  }

  private Reply refuse(BadInput bad) {
    return surface.refuse(new Refusal.Invalid(bad.field(), bad.reason(), bad.inBody()), id);
  }

  private Reply broken(Throwable broken) {
    log(broken);
    return surface.refuse(new Refusal.Broken(), id);
  }

  private void log(Throwable broken) {
    FAULTS.log(System.Logger.Level.ERROR, "request " + id + " to " + template, broken);
  }

  private void write(Reply reply, boolean last) {
    var response = request.response();
    if (!response.closed() && !response.ended()) {
      send(response, reply, last);
    }
    tell(reply.status());
  }

  private void tell(int status) {
    var took = Duration.ofNanos(System.nanoTime() - started);
    var method = request.method().name();
    ACCESS.log(
        System.Logger.Level.INFO,
        () -> known(method) + " " + template + " " + status + " " + micros(took) + "us " + id);
    engine.observer().served(known(method), template, status, took);
  }

  private void send(HttpServerResponse response, Reply reply, boolean last) {
    head(response, reply);
    if (reply.status() != 204 && reply.feed().isEmpty()) {
      response.putHeader("Content-Length", Integer.toString(reply.body().length)); // HEAD too
    }
    if (last) {
      response.putHeader("Connection", "close");
    }
    var sent = response.end(Buffer.buffer(reply.body()));
    if (last) {
      sent.onComplete(done -> request.connection().close());
    }
  }

  private void head(HttpServerResponse response, Reply reply) {
    response.setStatusCode(reply.status());
    response.putHeader("Cache-Control", "no-store");
    reply.headers().forEach(response::putHeader);
    reply.cookies().forEach(cookie -> response.headers().add("Set-Cookie", cookie));
    response.putHeader("X-Request-Id", id);
    response.putHeader("X-Content-Type-Options", "nosniff");
  }

  private static String known(String method) {
    return METHODS.contains(method) ? method : "OTHER";
  }

  private static long micros(Duration took) {
    return took.toNanos() / 1000;
  }
}
