package dev.codeport.provider.sandbox;

import java.time.Duration;

/**
 * Something that goes wrong with one request.
 *
 * @param on which requests it may hit
 * @param text what is said instead, where the kind says something
 * @param delay how long it takes in real time, where the kind takes time
 */
public record Fault(Kind kind, Place on, String text, Duration delay) {
  /** Which requests. */
  public enum Place {
    ANY,
    /** Taking a number, again or for the first time. */
    LEASE,
    /** One activation's status and texts. */
    STATUS,
    /** The lists of activations. */
    LIST,
    CANCEL,
    FINISH,
    /** One more code. */
    ANOTHER,
    /** Prices, stock, countries, services, operators, and what a number costs again. */
    CATALOG,
    BALANCE,
    /** Having a code or a text sent. */
    SEND,
    /** Asking whether a code is right. */
    CHECK;

    boolean covers(Place other) {
      return this == ANY || this == other;
    }
  }

  /** What goes wrong. */
  public enum Kind {
    /** Nothing is done, {@code text} is the error's token. */
    REFUSE(Place.ANY, "SERVER_ERROR"),
    /** Nothing is done, {@code text} is the whole body, with status 200. */
    GARBAGE(Place.ANY, "<html><body><h1>Just a moment...</h1></body></html>"),
    /** Nothing is done, status 500. */
    BROKEN(Place.ANY, "Internal Server Error"),
    /** Nothing is done, {@code text} is a status, a space, and the whole body. */
    ANSWER(Place.ANY, "503 Service Unavailable"),
    /** Nothing is done and the connection closed. */
    UNHEARD(Place.ANY, ""),
    /** All is done; the connection is closed without an answer. */
    LOST_ANSWER(Place.LEASE, ""),
    /** All is done; nothing is answered, and the connection stays open for {@code delay}. */
    SILENCE(Place.LEASE, ""),
    /** All is done; the answer breaks off in the middle. */
    CUT_BODY(Place.LEASE, ""),
    /** All is done, {@code text} is answered in place of what should be. */
    GARBLED(Place.LEASE, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
    /** All is done, and status 500 answered. */
    BROKEN_AFTER(Place.LEASE, "Internal Server Error"),
    /** All is done and answered after {@code delay}. */
    SLOW(Place.ANY, ""),
    /** The list says there are numbers, and there is none. */
    LYING_STOCK(Place.LEASE, ""),
    /** More is taken than was allowed. */
    DEARER(Place.LEASE, ""),
    /** The number is one that is out already. */
    SAME_NUMBER(Place.LEASE, ""),
    /** No SMS comes by itself to the number taken. */
    NO_SMS(Place.LEASE, ""),
    /** The SMS comes twice, a second apart. */
    DUPLICATE_SMS(Place.LEASE, ""),
    /** The SMS comes 30 seconds after the number's time is over. */
    LATE_SMS(Place.LEASE, ""),
    /** Giving back is accepted and refunded, and then an SMS comes. */
    SMS_AFTER_CANCEL(Place.CANCEL, ""),
    /** Giving back is refused as too early. */
    EARLY_CANCEL(Place.CANCEL, "");

    private final Place place;
    private final String text;

    Kind(Place place, String text) {
      this.place = place;
      this.text = text;
    }
  }

  /** This kind where it usually happens; what takes time takes a minute. */
  public static Fault of(Kind kind) {
    return new Fault(kind, kind.place, kind.text, Duration.ofMinutes(1));
  }

  /** A refusal with this token. */
  public static Fault refusing(String token) {
    return of(Kind.REFUSE).on(Place.LEASE).saying(token);
  }

  /** Nothing is done, and answered so. */
  public static Fault answering(int status, String body) {
    return of(Kind.ANSWER).saying(status + " " + body);
  }

  public Fault on(Place other) {
    return new Fault(kind, other, text, delay);
  }

  public Fault saying(String other) {
    return new Fault(kind, on, other, delay);
  }

  public Fault lasting(Duration other) {
    return new Fault(kind, on, text, other);
  }
}
