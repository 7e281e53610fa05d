package dev.codeport.domain.fraud;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * What rules look at.
 *
 * @param address of the person who wants the code, as far as it is known
 * @param entries of the safe list and the block list that hold now
 */
public record Evidence(
    PhoneNumber phone,
    NumberPlan.Described described,
    Channel channel,
    Optional<NetworkAddress> address,
    List<ListEntry> entries) {
  public Evidence {
    entries = List.copyOf(entries);
  }
}
