package dev.codeport.http.server;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One request that waits for its answer. */
final class Parked implements Waiting {
  private final Engine engine;
  private final Parking parking;
  private final HttpServerResponse response;
  private final Consumer<Optional<Reply>> answered;
  private final Errand<Optional<Reply>> look;
  private final Instant until;
  private Runnable deafen = () -> {};
  private volatile boolean last;
  private boolean over;

  /**
   * @param answered called on the event loop with the answer, or with nothing when the caller left
   */
  Parked(
      Engine engine,
      Context loop,
      Parking parking,
      HttpServerResponse response,
      Looking looking,
      Consumer<Optional<Reply>> answered) {
    this.engine = engine;
    this.parking = parking;
    this.response = response;
    this.answered = answered;
    this.until = engine.rounds().clock().instant().plus(parking.patience());
    this.look =
        new Errand<>(
            engine.workers(),
            loop,
            () -> looking.at(() -> parking.look(last)),
            () -> !over,
            this::looked);
  }

  /** Makes an answer of whatever a look throws. */
  interface Looking {
    Optional<Reply> at(Supplier<Optional<Reply>> look);
  }

  void start() {
    response.closeHandler(gone -> end(Optional.empty()));
    deafen = parking.listen(look::ask);
    engine.rounds().add(this);
    look.run();
  }

  @Override
  public Instant due() {
    return until;
  }

  @Override
  public void tick() {
    if (!last) {
      last = true;
      look.ask();
    }
  }

  @Override
  public void leave() {
    tick();
  }

  private void looked(Optional<Reply> reply) {
    if (reply.isPresent()) {
      end(reply);
    }
  }

  private void end(Optional<Reply> reply) {
    if (!over) {
      over = true;
      engine.rounds().remove(this);
      deafen.run();
      parking.over();
      answered.accept(reply);
    }
  }
}
