package dev.codeport.domain.fraud;

import dev.codeport.domain.phone.Region;
import java.util.Optional;
import java.util.Set;

/**
 * Codes are sent only to the regions that were chosen. Numbers of no region are never among them.
 *
 * @param allowed none for every region that there is
 */
public record RegionRule(Mode mode, Set<Region> allowed) implements FraudRule {
  public static final String NAME = "region";

  public RegionRule {
    allowed = Set.copyOf(allowed);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    var region = evidence.described().region();
    return region.isPresent() && (allowed.isEmpty() || allowed.contains(region.get()))
        ? Optional.empty()
        : Optional.of(
            new Finding(NAME, mode, region.map(Region::iso).orElse("none"), "allowed regions"));
  }
}
