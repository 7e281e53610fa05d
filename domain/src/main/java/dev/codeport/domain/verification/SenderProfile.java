package dev.codeport.domain.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.Region;
import java.util.Set;

/**
 * What is known of a sender before it is asked anything.
 *
 * @param dialect the protocol's name, such as {@code twilio}
 * @param channels by what it can send; at least one
 * @param regions where it can send; empty for everywhere
 * @param codeLengths the lengths a code may have; for a sender that carries our words, all of them
 * @param sendsOnce whether what is asked for again under the same reference is not sent again, and
 *     answered like the first: then a lost answer may be asked for once more
 */
public record SenderProfile(
    SenderId id,
    String dialect,
    Set<Channel> channels,
    Set<Region> regions,
    Set<Integer> codeLengths,
    boolean sendsOnce) {
  /** Every length that a code may have here. */
  public static final Set<Integer> ANY_LENGTH = Set.of(4, 5, 6, 7, 8, 9, 10);

  public SenderProfile {
    channels = Set.copyOf(channels);
    regions = Set.copyOf(regions);
    codeLengths = Set.copyOf(codeLengths);
    if (channels.isEmpty() || codeLengths.isEmpty()) {
      throw new IllegalArgumentException("a sender has a channel and a code length");
    }
  }

  /** Whether it is worth asking. */
  public boolean serves(Channel channel, Region region, int codeLength) {
    return channels.contains(channel)
        && codeLengths.contains(codeLength)
        && (regions.isEmpty() || regions.contains(region));
  }
}
