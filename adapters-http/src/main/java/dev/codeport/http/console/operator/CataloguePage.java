package dev.codeport.http.console.operator;

import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.catalog.ReportCatalog.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the template {@code catalogue} shows. */
public record CataloguePage(List<Vendor> vendors) {
  public static String word(ReportCatalog.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  public static String tone(ReportCatalog.Kind kind) {
    return switch (kind) {
      case CHANGED, GONE -> "bad";
      case AMBIGUOUS -> "wait";
      case CANDIDATE -> "live";
      case UNKNOWN -> "";
    };
  }

  /**
   * @param untold why its lists are not there
   */
  public record Vendor(String id, Optional<String> untold, List<Half> halves) {}

  /**
   * @param what {@code platforms} or {@code countries}
   */
  public record Half(String what, Side side) {}
}
