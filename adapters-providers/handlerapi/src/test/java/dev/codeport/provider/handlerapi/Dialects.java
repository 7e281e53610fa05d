package dev.codeport.provider.handlerapi;

import dev.codeport.provider.kit.Section;
import java.util.HashMap;
import java.util.Map;

/** Dialects for tests. */
final class Dialects {
  private Dialects() {}

  /** A vendor's, but for what its accounts choose and for the codes, which are the sandbox's. */
  static HandlerApiDialect at(String vendor) {
    return with(
        Map.of(
            "vendor", vendor,
            "currency", "USD",
            "countries", "sms-activate",
            "services", "sms-activate",
            "calls-per-second", "0"));
  }

  static HandlerApiDialect with(Map<String, String> values) {
    return HandlerApiDialect.read(new Section("test", values));
  }

  /**
   * The least that the protocol ever had, which no vendor speaks just so: no list, no second
   * versions, cancel by -1.
   */
  static HandlerApiDialect frugal() {
    var values = new HashMap<String, String>();
    values.put("numbers", "v1");
    values.put("references", "false");
    values.put("list", "false");
    values.put("texts", "full-sms");
    values.put("cancel", "-1");
    values.put("announces", "true");
    values.put("operators", "false");
    values.put("reactivates", "false");
    values.put("parallel", "4");
    return with(values);
  }
}
