package dev.codeport.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What this API says of itself: its OpenAPI document, and what each problem means. No key needed.
 */
public final class PaperEndpoints {
  private static final String DOCUMENT = "/dev/codeport/http/openapi.json";

  private final String document = read();

  /** The OpenAPI document. */
  public static String document() {
    return read();
  }

  public void mount(Routes routes) {
    routes
        .getOnLoop("/api/openapi.json", this::openApi)
        .getOnLoop("/api/problems", this::problems)
        .getOnLoop("/api/problems/:type", this::problem);
  }

  private Reply openApi(Request request) {
    return Reply.text(200, "application/json", document);
  }

  private Reply problems(Request request) {
    return Reply.json(
        200, new ProblemsView(Arrays.stream(Problem.values()).map(TypeView::of).toList()));
  }

  private Reply problem(Request request) {
    return Problem.named(request.path("type"))
        .map(problem -> Reply.json(200, TypeView.of(problem)))
        .orElseGet(() -> Problem.NOT_FOUND.reply("There is no such type of problem."));
  }

  private static String read() {
    try (var in = PaperEndpoints.class.getResourceAsStream(DOCUMENT)) {
      return new String(Objects.requireNonNull(in, DOCUMENT).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(DOCUMENT, e);
    }
  }

  record ProblemsView(List<TypeView> problems) {}

  record TypeView(String type, String title, int status, String meaning) {
    static TypeView of(Problem problem) {
      return new TypeView(problem.type(), problem.title(), problem.status(), problem.meaning());
    }
  }
}
