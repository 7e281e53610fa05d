package dev.codeport.http.server;

import java.time.Instant;

/** Something that is kept open and looked after now and then. */
interface Waiting {
  /** From when on {@link #tick} has something to do; read from any thread. */
  Instant due();

  /** Called on any thread, perhaps more than once. */
  void tick();

  /** The server stops: come to an end soon. Called on any thread. */
  void leave();
}
