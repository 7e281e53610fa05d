package dev.codeport.http.server;

import java.time.Duration;

/**
 * A body that comes piece by piece, for as long as there is something to say; between two pieces no
 * thread is held. Who reads too slowly is cut off.
 */
public interface Feed {
  /**
   * What comes next. May block; called on a virtual thread, never twice at once, and again at once
   * after a piece that the connection could take.
   */
  Piece next();

  /**
   * Has {@code wake} called whenever {@link #next} may have something after it had nothing; from
   * any thread. Called once, before the first {@code next}; must not block.
   *
   * @return ends it
   */
  Runnable listen(Runnable wake);

  /** Written while nothing else is; none: nothing. */
  Pulse pulse();

  /** For how long the reader may take nothing although there is something to take. */
  Duration patience();

  /** The feed is over, for whatever reason; called once. Must not block. */
  void over();

  sealed interface Piece {}

  record Said(String text) implements Piece {}

  /** Nothing now. */
  record Nothing() implements Piece {}

  /** Nothing more. */
  record End() implements Piece {}

  /** Something broke, and the reader must not take what it has for the whole. */
  record Cut() implements Piece {}

  /**
   * @param every zero for never
   */
  record Pulse(Duration every, String text) {
    public static final Pulse NONE = new Pulse(Duration.ZERO, "");
  }
}
