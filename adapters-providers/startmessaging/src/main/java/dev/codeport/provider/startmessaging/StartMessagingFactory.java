package dev.codeport.provider.startmessaging;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.Sender;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;

/** Opens senders that speak StartMessaging's API. */
public final class StartMessagingFactory implements SenderFactory {
  static final String DIALECT = "startmessaging";

  @Override
  public String dialect() {
    return DIALECT;
  }

  @Override
  public Sender open(SenderId id, Section section, Surroundings around) {
    return open(id, StartMessagingSettings.read(section), around);
  }

  /** One that makes its codes, or one that takes ours: as the generation has it. */
  public static Sender open(SenderId id, StartMessagingSettings settings, Surroundings around) {
    var account = Account.of(id, settings, around);
    return settings.generation().makesCodes()
        ? new StartMessagingSender(account)
        : new StartMessagingGateway(account);
  }
}
