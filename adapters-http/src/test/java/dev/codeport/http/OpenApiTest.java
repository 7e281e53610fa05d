package dev.codeport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.event.Event;
import dev.codeport.http.api.Problem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document and the routes say the same. */
class OpenApiTest {
  @Test
  void describes_every_route_of_ours_and_no_other() {
    var routes =
        new CodeportServerBuilder(
                new FakeCodeport(),
                HttpSettings.standard()
                    .withAdminKey(dev.codeport.domain.secret.Secret.of(Served.ADMIN)),
                new dev.codeport.memory.MemoryRateLimiter(InstantSource.fixed(Given.NOW)),
                InstantSource.fixed(Given.NOW),
                new Random(1))
            .routes(new AtomicBoolean());

    var ours =
        routes.operations().stream()
            .filter(operation -> operation.contains(" /api/") || operation.contains(" /auth/"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(ours, Own.operations());
  }

  @Test
  void knows_every_type_of_event() {
    var document = Contract.parse(served("/api/openapi.json"));
    var described = new TreeSet<String>();
    document
        .at("/components/schemas/Event/properties/type/enum")
        .forEach(name -> described.add(name.textValue()));

    var types = Arrays.stream(Event.Type.values()).map(Event.Type::publicName);
    assertEquals(types.collect(Collectors.toCollection(TreeSet::new)), described);
    assertTrue(document.get("openapi").textValue().startsWith("3.1"));
  }

  @Test
  void every_type_of_problem_has_a_page_and_a_name_of_its_own() {
    var types = new TreeSet<String>();
    for (var problem : Problem.values()) {
      var page = Contract.parse(served("/api/problems/" + problem.word()));
      assertEquals(problem.type(), page.get("type").textValue());
      assertEquals(problem.status(), page.get("status").intValue());
      types.add(problem.type());
    }

    assertEquals(Problem.values().length, types.size());
    assertEquals(
        Set.copyOf(types),
        Set.copyOf(
            Contract.parse(served("/api/problems")).get("problems").findValuesAsText("type")));
  }

  private static String served(String path) {
    try (var served = Served.start()) {
      var answer = Own.over(served.stranger).get(path);
      assertEquals(200, answer.status());
      return answer.body();
    }
  }
}
