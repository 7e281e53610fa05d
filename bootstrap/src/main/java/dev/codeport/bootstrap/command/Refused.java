package dev.codeport.bootstrap.command;

/** What was asked cannot be done; the message says why, in one line. */
public final class Refused extends RuntimeException {
  public Refused(String why) {
    super(why);
  }
}
