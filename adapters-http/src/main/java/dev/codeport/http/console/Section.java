package dev.codeport.http.console;

import dev.codeport.domain.account.Session.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the menu leads to. Its text has the key {@code menu.<word>}. */
public enum Section {
  GET(Part.CUSTOMER, "/console/get", "M12 5v14M5 12h14"),
  ORDERS(Part.CUSTOMER, "/console/orders", "M5 7h14M5 12h14M5 17h9"),
  VERIFICATIONS(Part.CUSTOMER, "/console/verifications", "M5 12.5l4.5 4.5L19 7.5"),
  MONEY(Part.CUSTOMER, "/console/money", "M4 8h16v10H4zM4 8l3-3h10M15 13h2"),
  WEBHOOKS(Part.CUSTOMER, "/console/webhooks", "M4 12h11M11 7l5 5-5 5M20 5v14"),
  KEYS(Part.CUSTOMER, "/console/keys", "M8 15a4 4 0 1 1 3.5-6H21v4h-3v-2h-6.5A4 4 0 0 1 8 15z"),
  API(Part.CUSTOMER, "/console/api", "M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14"),
  SANDBOX(Part.CUSTOMER, "/console/sandbox", "M7 3h10v18H7zM11 18h2"),
  ACCOUNTS(
      Part.OPERATOR,
      "/console/operator/accounts",
      "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0"),
  VENDORS(
      Part.OPERATOR,
      "/console/operator/vendors",
      "M4 9l2-5h12l2 5M4 9v11h16V9M4 9h16M10 20v-6h4v6"),
  MARKUPS(
      Part.OPERATOR,
      "/console/operator/markups",
      "M5 19L19 5M7 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"),
  CATALOGUE(
      Part.OPERATOR,
      "/console/operator/catalogue",
      "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM9 9h6M9 13h6"),
  FRAUD(Part.OPERATOR, "/console/operator/fraud", "M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z"),
  WORKERS(
      Part.OPERATOR, "/console/operator/workers", "M20 12a8 8 0 1 1-2.5-5.8M20 3v4h-4M12 8v4l3 2"),
  AUDIT(Part.OPERATOR, "/console/operator/audit", "M8 4h8v3H8zM8 5H5v16h14V5h-3M8.5 12h7M8.5 16h5"),
  ADMIN_API(Part.OPERATOR, "/console/operator/api", "M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14");

  private final Part part;
  private final String path;
  private final String icon;

  Section(Part part, String path, String icon) {
    this.part = part;
    this.path = path;
    this.icon = icon;
  }

  /**
   * @param sandbox whether no real SMS is involved
   */
  public static List<Section> of(Part part, boolean sandbox) {
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
