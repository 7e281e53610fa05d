package dev.codeport.domain.phone;

import java.util.Optional;

/** What numbering plans say of numbers. Asks nobody, never blocks, never throws. */
public interface NumberPlan {
  /**
   * The number that a person wrote: in international form, with a plus sign or 00, with whatever
   * spaces, dots, dashes and brackets.
   *
   * @return empty for what no plan allows, such as too few digits or an unassigned calling code
   */
  Optional<PhoneNumber> parse(String written);

  /**
   * The same, for people who leave their country's code out.
   *
   * @param home whose national form is understood as well
   */
  Optional<PhoneNumber> parse(String written, Region home);

  Described describe(PhoneNumber number);

  /**
   * @param region empty for numbers of no country (+800, satellites) and for those that no plan
   *     knows
   */
  record Described(Optional<Region> region, NumberKind kind) {}
}
