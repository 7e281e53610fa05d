package dev.codeport.provider.startmessaging;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.SenderProfile;
import dev.codeport.provider.kit.Surroundings;
import java.util.EnumSet;
import java.util.Set;

/** One account with all that is needed to deal with it. */
record Account(
    StartMessagingSettings settings,
    SenderProfile profile,
    StartMessagingClient client,
    StartMessagingNotices notices) {

  static Account of(SenderId id, StartMessagingSettings settings, Surroundings around) {
    return new Account(
        settings,
        profile(id, settings),
        new StartMessagingClient(settings, around),
        new StartMessagingNotices(id, settings.webhookSecret(), around.clock()));
  }

  Generation generation() {
    return settings.generation();
  }

  private static SenderProfile profile(SenderId id, StartMessagingSettings settings) {
    var generation = settings.generation();
    Set<Channel> channels =
        generation == Generation.G4
            ? EnumSet.of(Channel.SMS, Channel.WHATSAPP)
            : EnumSet.of(Channel.SMS);
    return new SenderProfile(
        id,
        StartMessagingFactory.DIALECT,
        channels,
        settings.regions(),
        generation.codeLengths(settings.codeLength()),
        generation.sendsOnce());
  }
}
