package dev.codeport.provider.sandbox.sender;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What a sandbox sender is like. Begin with {@link #standard} and change what should differ.
 *
 * @param port on loopback; 0 for any free one
 * @param codeLength of the codes it makes where nobody says another, 4 to 10
 * @param life of its codes where nobody says another
 * @param attempts how many guesses a code of its own has
 * @param sendsPerPhone how many it sends to one phone in ten minutes; 0 for any number
 * @param credits for how many sends our account there is good
 * @param quietExpiry whether a guess after the end is answered as a wrong one and not as an error:
 *     its documents say both
 * @param callback where it tells what became of its messages; nowhere if empty
 */
public record SandboxSenderSettings(
    Generation generation,
    int port,
    int codeLength,
    Duration life,
    int attempts,
    int sendsPerPhone,
    long credits,
    boolean quietExpiry,
    Optional<URI> callback) {
  private static final long PLENTY = 1_000_000_000_000L;

  public SandboxSenderSettings {
    require(port >= 0 && port <= 65535, "a port is 0 to 65535");
    require(codeLength >= 4 && codeLength <= 10, "a code has 4 to 10 digits");
    require(life.isPositive(), "a code lives for some time");
    require(attempts >= 1, "there is at least one guess");
    require(sendsPerPhone >= 0 && credits >= 0, "nothing is less than none");
  }

  /** As the service describes its first generation: five to a phone in ten minutes. */
  public static SandboxSenderSettings standard() {
    return new SandboxSenderSettings(
        Generation.G1, 0, 6, Duration.ofMinutes(10), 3, 5, PLENTY, false, Optional.empty());
  }

  public SandboxSenderSettings withGeneration(Generation other) {
    return new SandboxSenderSettings(
        other, port, codeLength, life, attempts, sendsPerPhone, credits, quietExpiry, callback);
  }

  public SandboxSenderSettings withPort(int other) {
    return new SandboxSenderSettings(
        generation,
        other,
        codeLength,
        life,
        attempts,
        sendsPerPhone,
        credits,
        quietExpiry,
        callback);
  }

  public SandboxSenderSettings withCodeLength(int other) {
    return new SandboxSenderSettings(
        generation, port, other, life, attempts, sendsPerPhone, credits, quietExpiry, callback);
  }

  public SandboxSenderSettings withAttempts(int other) {
    return new SandboxSenderSettings(
        generation, port, codeLength, life, other, sendsPerPhone, credits, quietExpiry, callback);
  }

  /** 0 for any number, as load needs it. */
  public SandboxSenderSettings withSendsPerPhone(int other) {
    return new SandboxSenderSettings(
        generation, port, codeLength, life, attempts, other, credits, quietExpiry, callback);
  }

  public SandboxSenderSettings withCredits(long other) {
    return new SandboxSenderSettings(
        generation, port, codeLength, life, attempts, sendsPerPhone, other, quietExpiry, callback);
  }

  public SandboxSenderSettings withQuietExpiry(boolean other) {
    return new SandboxSenderSettings(
        generation, port, codeLength, life, attempts, sendsPerPhone, credits, other, callback);
  }

  public SandboxSenderSettings withCallback(URI other) {
    return new SandboxSenderSettings(
        generation,
        port,
        codeLength,
        life,
        attempts,
        sendsPerPhone,
        credits,
        quietExpiry,
        Optional.of(other));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
