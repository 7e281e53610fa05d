package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a link leads to can be seen, heard and reached by everybody, in both themes and on any
 * screen.
 */
@ExtendWith(Stage.Shared.class)
class EveryPageTest {
  private static final String TOO_WIDE =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Stage stage;

  EveryPageTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void whoever_has_not_signed_in(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      assertFaultless(screen, visitor, List.of("/console/sign-in", "/console/nowhere"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_customer(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(stage.shop().customer().key());

      var seen = assertFaultless(screen, visitor, List.of("/console", "/console/orders/999999999"));

      assertTrue(seen.contains("/console/orders"), seen.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_customer_who_has_done_nothing_yet(Screen screen) {
    var key = stage.customer("Bob").key();

    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(key);

      assertFaultless(screen, visitor, List.of("/console"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_operator(Screen screen) {
    stage.shop();

    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(stage.adminKey());

      var seen = assertFaultless(screen, visitor, List.of("/console", "/console/orders"));

      assertTrue(seen.contains("/console/operator/accounts"), seen.toString());
    }
  }

  private static Set<String> assertFaultless(Screen screen, Visitor visitor, List<String> from) {
    var faults = new ArrayList<String>();
    var walk = new Walk(visitor, 2);
    var seen = Set.<String>of();
    for (var path : from) {
      seen = walk.from(path, address -> faults.addAll(faults(screen, visitor, address)));
    }
    assertEquals("", String.join("\n", faults));
    return seen;
  }

  private static List<String> faults(Screen screen, Visitor visitor, String address) {
    var faults = new ArrayList<>(Accessibility.violations(visitor.page()));
    for (var width : screen.widths().reversed()) {
      visitor.page().setViewportSize(width, screen.height());
      if (visitor.page().evaluate(TOO_WIDE) instanceof Integer over && over > 0) {
        faults.add(address + " is too wide by " + over + " on " + width);
      }
    }
    return faults;
  }
}
