package dev.codeport.http.console;

import com.google.common.hash.Hashing;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Style, script and sign, under addresses that change with what they hold: kept for ever. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "live.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final Map<String, String> CONTENTS =
      TYPES.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, Assets::read));

  private static final String VERSION = version();

  private Assets() {}

  /** Where the page finds one of them. */
  static String address(String name) {
    return "/console/assets/" + VERSION + "/" + name;
  }

  static void mount(Routes routes) {
    routes.getOnLoop("/console/assets/:version/:name", Assets::serve);
  }

  private static Reply serve(Request request) {
    var name = request.path("name");
    var content = CONTENTS.get(name);
    if (content == null || !request.path("version").equals(VERSION)) {
      return Safety.guard(Reply.text(404, "text/plain; charset=utf-8", "Not here.\n"));
    }
    return Safety.guard(Reply.text(200, Objects.requireNonNull(TYPES.get(name)), content))
        .with("Cache-Control", "public, max-age=31536000, immutable");
  }

  private static String version() {
    var all = Stream.of("style.css", "live.js", "icon.svg").map(CONTENTS::get);
    return Hashing.sha256()
        .hashUnencodedChars(all.collect(Collectors.joining()))
        .toString()
        .substring(0, 12);
  }

  private static String read(String name) {
    try (var in = Assets.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
