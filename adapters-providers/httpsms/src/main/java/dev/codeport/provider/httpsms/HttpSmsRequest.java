package dev.codeport.provider.httpsms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The template of a gateway's request. Made by {@link #of}, which tries it out.
 *
 * @param method GET, POST or PUT
 */
record HttpSmsRequest(
    String method, Template url, Map<String, Template> headers, Optional<Body> body) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
  private static final Pattern URL = Pattern.compile("https?://[^/?#{}]+([/?].*)?");

  /** These are made of the rest of a request. */
  private static final Set<String> OURS =
      Set.of("content-type", "content-length", "host", "connection", "transfer-encoding");

  record Body(BodyType type, Template template) {}

  /**
   * @param headers by name
   * @param body empty for none
   * @throws IllegalArgumentException when nothing sensible comes out, saying what is wrong with
   *     which setting
   */
  static HttpSmsRequest of(
      String method, String url, Map<String, String> headers, BodyType type, String body) {
    require(Set.of("GET", "POST", "PUT").contains(method), "method must be GET, POST or PUT");
    require(URL.matcher(url).matches(), "url must be of http:// or https://, the host without {}");
    require(body.isEmpty() == method.equals("GET"), "body must be there, and with GET it must not");
    var made =
        new HttpSmsRequest(
            method,
            template("url", url, Escape.URL),
            templates(headers),
            Optional.of(body)
                .filter(text -> !text.isEmpty())
                .map(text -> new Body(type, template("body", text, type.escape))));
    made.tryOut();
    return made;
  }

  Request fill(Values values) {
    var request = new Request.Builder().url(address(values)).header("User-Agent", "codeport");
    headers.forEach((name, template) -> request.header(name, template.fill(values)));
    var content =
        body.map(
            each -> RequestBody.create(bytes(each.template().fill(values)), each.type().media()));
    return request.method(method, content.orElse(null)).build();
  }

  /** Whether all that is filled in comes out as it is. */
  boolean canCarry(Values values) {
    return Stream.concat(Stream.of(url), body.map(Body::template).stream())
        .allMatch(template -> template.canCarry(values));
  }

  /** Whether it has this place anywhere. */
  boolean names(String place) {
    return Stream.of(Stream.of(url), headers.values().stream(), body.map(Body::template).stream())
        .flatMap(templates -> templates)
        .anyMatch(template -> template.places().contains(place));
  }

  private HttpUrl address(Values values) {
    return Objects.requireNonNull(HttpUrl.get(url.fill(values)), "was tried out");
  }

  private void tryOut() {
    var filled = Values.trying();
    try {
      address(filled);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url must be an address", e);
    }
    require(
        Stream.concat(Stream.of(url), body.map(Body::template).stream())
            .anyMatch(
                template -> template.places().stream().anyMatch(Set.of("text", "code")::contains)),
        "url or body must have a place for {text}");
    body.ifPresent(
        each ->
            require(
                each.type().isOne(each.template().fill(filled)),
                "body must be " + each.type() + " when it is filled"));
  }

  private static Map<String, Template> templates(Map<String, String> headers) {
    var templates = new TreeMap<String, Template>();
    headers.forEach(
        (name, value) -> {
          var key = "header-" + name;
          require(NAME.matcher(name).matches(), key + " must be the name of a header");
          require(
              !OURS.contains(name.toLowerCase(Locale.ROOT)),
              key + " must not be set: it follows from the rest");
          require(VALUE.matcher(value).matches(), key + " must be one line of printable ASCII");
          var template = template(key, value, Escape.HEADER);
          require(
              template.places().stream().noneMatch(Set.of("text", "code")::contains),
              key + " must not have the text or the code");
          templates.put(name, template);
        });
    return templates;
  }

  private static Template template(String key, String text, Escape escape) {
    try {
      return new Template(text, escape);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
