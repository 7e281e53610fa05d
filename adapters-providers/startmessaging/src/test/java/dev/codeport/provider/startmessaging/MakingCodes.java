package dev.codeport.provider.startmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.MovableClock;
import dev.codeport.contract.OtpSenderContract;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A generation whose service makes the code, under the contract of all such senders. */
abstract class MakingCodes implements OtpSenderContract, Stage {
  private final MovableClock clock = new MovableClock();
  private final Generation generation;
  private final SandboxSender far;

  MakingCodes(Generation generation) {
    this.generation = generation;
    this.far =
        Stage.sandbox(
            dev.codeport.provider.sandbox.sender.Generation.valueOf(generation.name()), clock);
  }

  @AfterEach
  void the_service_closes_with_its_faults_seen() {
    far.close();
    assertEquals(List.of(), far.pending());
  }

  @Override
  public OtpSender sender() {
    return (OtpSender) Stage.adapter(generation, far, clock, UpstreamLimits.STANDARD);
  }

  @Override
  public OtpSender hurried() {
    return (OtpSender) Stage.adapter(generation, far, clock, Stage.hurry());
  }

  @Override
  public SandboxSender far() {
    return far;
  }

  @Override
  public MovableClock clock() {
    return clock;
  }

  @Override
  public boolean tellsUsedUp() {
    return true;
  }

  @Override
  public boolean tellsTooMany() {
    return true;
  }
}
