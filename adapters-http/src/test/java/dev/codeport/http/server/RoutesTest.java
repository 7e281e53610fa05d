package dev.codeport.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void the_longest_prefix_words_refusals_whatever_was_mounted_first() {
    for (var prefixes : List.of(List.of("/v2", "/v2/Services"), List.of("/v2/Services", "/v2"))) {
      var routes = new Routes(named("elsewhere"));
      prefixes.forEach(prefix -> routes.surface(prefix, named(prefix)));

      assertEquals("/v2/Services", wordedBy(routes, "/v2/Services/VA0"));
      assertEquals("/v2/Services", wordedBy(routes, "/v2/Services"));
      assertEquals("/v2", wordedBy(routes, "/v2/ServicesOfOthers"));
      assertEquals("elsewhere", wordedBy(routes, "/v20"));
    }
  }

  @Test
  void finds_at_once_only_what_has_no_parameters_in_its_path() {
    var routes =
        new Routes(named("none"))
            .get("/api/orders", request -> Reply.empty(200))
            .get("/api/orders/:id", request -> Reply.empty(200));

    assertTrue(routes.literal("GET", "/api/orders").isPresent());
    assertTrue(routes.literal("POST", "/api/orders").isEmpty());
    assertTrue(routes.literal("GET", "/api/orders/").isEmpty());
    assertTrue(routes.literal("GET", "/api/orders/:id").isEmpty());
  }

  private static String wordedBy(Routes routes, String path) {
    var reply = routes.surfaceOf(path).refuse(new Refusal.NotFound(), "id");
    return reply.headers().getOrDefault("X-Surface", "");
  }

  private static Surface named(String name) {
    return (why, requestId) -> Reply.empty(404).with("X-Surface", name);
  }
}
