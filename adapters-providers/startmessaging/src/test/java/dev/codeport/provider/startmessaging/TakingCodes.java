package dev.codeport.provider.startmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.contract.MovableClock;
import dev.codeport.contract.TextGatewayContract;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A generation whose service takes our code, under the contract of all such senders. */
abstract class TakingCodes implements TextGatewayContract, Stage {
  private final MovableClock clock = new MovableClock();
  private final Generation generation;
  private final SandboxSender far;

  TakingCodes(Generation generation) {
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
  public TextGateway sender() {
    return (TextGateway) Stage.adapter(generation, far, clock, UpstreamLimits.STANDARD);
  }

  @Override
  public TextGateway hurried() {
    return (TextGateway) Stage.adapter(generation, far, clock, Stage.hurry());
  }

  @Override
  public SandboxSender far() {
    return far;
  }

  @Override
  public MovableClock clock() {
    return clock;
  }

  /** It takes the code and writes its own words around it. */
  @Override
  public String arriving(TextMessage message) {
    return message.code().digits() + " is your verification code.";
  }
}
