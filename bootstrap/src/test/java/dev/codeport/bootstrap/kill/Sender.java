package dev.codeport.bootstrap.kill;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A process that sends webhooks until it is killed. */
final class Sender {
  private Sender() {}

  /** The database's address, a vendor's address and key. */
  public static void main(String[] args) throws InterruptedException {
    InstantSource clock = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    Node.open(args[0], args[1], args[2], clock).codeport().workers().start();
    Thread.currentThread().join();
  }
}
