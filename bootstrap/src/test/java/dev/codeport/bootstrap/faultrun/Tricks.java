package dev.codeport.bootstrap.faultrun;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** How the mishaps of one vendor's deck come about. What happened is noted. */
final class Tricks implements AutoCloseable {
  private static final int[] BROKEN = {500, 502, 503};

  private final String vendor;
  private final Relay relay;
  private final Tongue tongue;
  private final Predicate<String> sendSms;
  private final Seen seen;
  private final InstantSource clock;
  private final Random random;
  private final Edits edits = new Edits();

  /**
   * @param sendSms lets an SMS come to a number; answers whether it was waiting for one
   */
  Tricks(
      String vendor,
      Relay relay,
      Tongue tongue,
      Predicate<String> sendSms,
      Seen seen,
      InstantSource clock,
      Random random) {
    this.vendor = vendor;
    this.relay = relay;
    this.tongue = tongue;
    this.sendSms = sendSms;
    this.seen = seen;
    this.clock = clock;
    this.random = random;
  }

  /** The vendor's own answer; but for texts that read otherwise by now. */
  Told pass(Ask ask) throws IOException, InterruptedException {
    var told = relay.pass(ask);
    return switch (tongue.place(ask)) {
      case STATUS, LIST ->
          told.saying(edits.apply(told.body(), () -> strike(Mishap.EDITED_SMS, ask)));
      case BUY, CANCEL, STEP, SHELF -> told;
    };
  }

  /** Answers the request in any case; and whether the mishap could happen to it. */
  boolean play(HttpExchange exchange, Mishap mishap, Ask ask)
      throws IOException, InterruptedException {
    switch (mishap) {
      case UNHEARD -> strike(mishap, ask);
      case LOST_ANSWER, TIMED_OUT, DONE_LATE -> done(mishap, ask);
      case CUT_OFF -> Wire.sendHalf(exchange, done(mishap, ask));
      case BROKEN, TOO_MANY, NO_NUMBERS, PRICE_CHANGED, NO_BALANCE, BANNED, EARLY_CANCEL -> {
        strike(mishap, ask);
        Wire.send(exchange, refusal(mishap));
      }
      case TWICE -> {
        relay.pass(ask);
        Wire.send(exchange, done(mishap, ask));
      }
      case ENDLESS -> {
        done(mishap, ask);
        Wire.neverEnd(exchange);
      }
      case GARBAGE -> {
        done(mishap, ask);
        var bytes = new byte[200];
        random.nextBytes(bytes);
        Wire.send(exchange, 200, bytes);
      }
      case REPLAYED -> {
        return replay(exchange, ask);
      }
      case SMS_FIRST -> {
        boolean sent = tongue.lease(ask).filter(sendSms).isPresent();
        Wire.send(exchange, sent ? done(mishap, ask) : pass(ask));
        return sent;
      }
      default -> {
        return alter(exchange, mishap, ask);
      }
    }
    return true;
  }

  /** For a storm that befalls who does not even get through. */
  void strike(Mishap mishap) {
    seen.add(
        new Struck(
            mishap, Place.SHELF, vendor, Optional.empty(), Optional.empty(), clock.instant()));
  }

  void strike(Mishap mishap, Ask ask) {
    strike(mishap, ask, tongue.lease(ask));
  }

  @Override
  public void close() {
    relay.close();
  }

  private void strike(Mishap mishap, Ask ask, Optional<String> lease) {
    seen.add(
        new Struck(
            mishap, tongue.place(ask), vendor, lease, tongue.reference(ask), clock.instant()));
  }

  private Told refusal(Mishap mishap) {
    return switch (mishap) {
      case BROKEN -> new Told(BROKEN[random.nextInt(BROKEN.length)], "oops");
      case TOO_MANY -> new Told(429, "Too Many Requests");
      default -> tongue.no(mishap);
    };
  }

  /** All is done, and this befalls the answer. */
  private Told done(Mishap mishap, Ask ask) throws IOException, InterruptedException {
    var told = pass(ask);
    strike(mishap, ask, bought(ask, told).or(() -> tongue.lease(ask)));
    return told;
  }

  private Optional<String> bought(Ask ask, Told told) {
    return tongue.place(ask) == Place.BUY ? tongue.bought(told) : Optional.empty();
  }

  private boolean replay(HttpExchange exchange, Ask ask) throws IOException, InterruptedException {
    var before = relay.lastSale();
    before.ifPresent(told -> strike(Mishap.REPLAYED, ask));
    Wire.send(exchange, before.isPresent() ? before.get() : pass(ask));
    return before.isPresent();
  }

  /** An answer in which there is nothing to alter is spared. */
  private boolean alter(HttpExchange exchange, Mishap mishap, Ask ask)
      throws IOException, InterruptedException {
    var told = pass(ask);
    var altered = altered(mishap, told);
    altered.ifPresent(other -> strike(mishap, ask, bought(ask, told).or(() -> tongue.lease(ask))));
    Wire.send(exchange, altered.orElse(told));
    return altered.isPresent();
  }

  private Optional<Told> altered(Mishap mishap, Told told) {
    var body = told.body();
    return switch (mishap) {
      case BROKEN_AFTER -> Optional.of(new Told(500, "oops"));
      case HTML -> Optional.of(new Told(200, "<html><body>Just a moment...</body></html>"));
      case EMPTY -> Optional.of(new Told(200, ""));
      case CUT_SHORT ->
          Optional.of(told.saying(body.substring(0, body.length() / 2)))
              .filter(half -> body.length() > 3);
      case TWO_DOCUMENTS -> Optional.of(told.saying(body + body)).filter(Told::isGood);
      case STRINGS -> Twist.strings(body).map(told::saying);
      case UNKNOWN_STATUS -> Twist.unknownStatus(body).map(told::saying);
      case UNLISTED -> Twist.unlisted(body, random).map(told::saying);
      case REORDERED -> Twist.reordered(body).map(told::saying);
      default -> throw new IllegalArgumentException("no mishap of a deck: " + mishap);
    };
  }
}
