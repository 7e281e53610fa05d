package dev.codeport.http.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Style, script and sign, under addresses that change with what they hold: kept for ever. They are
 * compressed for whoever can read that; pages are not, as their length would tell of the secrets in
 * them.
 */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "live.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private static final Map<String, String> CONTENTS =
      TYPES.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, Assets::read));

  private static final Map<String, byte[]> PACKED =
      CONTENTS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> packed(each.getValue())));

  private static final Pattern GZIP =
      Pattern.compile("(^|[,\\s])gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

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
    return Safety.guard(answer(request, name, content))
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("Vary", "Accept-Encoding");
  }

  private static Reply answer(Request request, String name, String content) {
    var type = Objects.requireNonNull(TYPES.get(name));
    return request.headers("accept-encoding").stream().anyMatch(GZIP.asPredicate())
        ? Reply.bytes(200, type, Objects.requireNonNull(PACKED.get(name)))
            .with("Content-Encoding", "gzip")
        : Reply.text(200, type, content);
  }

  private static byte[] packed(String content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
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
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
