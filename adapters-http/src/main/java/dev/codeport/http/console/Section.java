package dev.codeport.http.console;

import dev.codeport.domain.account.Session.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the menu leads to. Its text has the key {@code menu.<word>}. */
public enum Section {
  ORDERS(Part.CUSTOMER, "/console/orders", "M5 7h14M5 12h14M5 17h9"),
  ACCOUNTS(
      Part.OPERATOR,
      "/console/operator/accounts",
      "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0");

  private final Part part;
  private final String path;
  private final String icon;

  Section(Part part, String path, String icon) {
    this.part = part;
    this.path = path;
    this.icon = icon;
  }

  public static List<Section> of(Part part) {
    return Arrays.stream(values()).filter(section -> section.part == part).toList();
  }

  public String path() {
    return path;
  }

  /** Lines of an SVG, 24 by 24. */
  public String icon() {
    return icon;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
