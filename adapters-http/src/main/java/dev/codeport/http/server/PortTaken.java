package dev.codeport.http.server;

/** The server cannot listen where it was told to: another program does, or this one may not. */
public final class PortTaken extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PortTaken(String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
  }
}
