package dev.codeport.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static String wordedBy(Routes routes, String path) {
    var reply = routes.surfaceOf(path).refuse(new Refusal.NotFound(), "id");
    return reply.headers().getOrDefault("X-Surface", "");
  }

  private static Surface named(String name) {
    return (why, requestId) -> Reply.empty(404).with("X-Surface", name);
  }
}
