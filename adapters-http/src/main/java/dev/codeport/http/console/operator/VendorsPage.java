package dev.codeport.http.console.operator;

import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.domain.pool.Power;
import java.util.List;
import java.util.Locale;

/** What the template {@code vendors} shows. */
public record VendorsPage(List<ReadVendors.Vendor> vendors) {
  public static boolean isComparable(ReadVendors.Vendor vendor) {
    return vendor.profile().can(Power.HISTORY);
  }

  /** How the state of its circuit is painted. */
  public static String tone(ReadVendors.Vendor vendor) {
    return switch (vendor.health().circuit()) {
      case CLOSED -> "good";
      case HALF_OPEN -> "wait";
      case OPEN -> "bad";
    };
  }

  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static double share(ReadVendors.Vendor vendor) {
    return (double) vendor.success().arrived() / vendor.success().total();
  }
}
