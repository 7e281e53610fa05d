package dev.codeport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A visitor without script: keeps cookies, follows no redirect by itself, and sends the forms that
 * pages have, as they are.
 */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile(
          "<(?:input|button)\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

  public final Map<String, String> cookies = new TreeMap<>();
  private final URI base;
  private final List<String> headers;

  private Browser(URI base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  public static Browser at(URI base) {
    return new Browser(base, List.of("Sec-Fetch-Site", "same-origin"));
  }

  /** A browser with the same cookies that sends these headers instead. */
  public Browser sending(String... other) {
    var changed = new Browser(base, List.of(other));
    changed.cookies.putAll(cookies);
    return changed;
  }

  public Page get(String path) {
    return send("GET", path, "");
  }

  public Page post(String path, Map<String, String> fields) {
    return send("POST", path, encoded(fields));
  }

  /** Signs in with this key; the page that answers. */
  public Page signIn(String key) {
    return get("/console/sign-in").submit("/console/sign-in", Map.of("key", key));
  }

  private Page send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieHeader());
    }
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Page(this, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String cookie) {
    var pair = cookie.substring(0, cookie.indexOf(';'));
    var name = pair.substring(0, pair.indexOf('='));
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(name.length() + 1));
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A form of a page. */
  public record Form(String action, Map<String, String> fields) {}

  /** What came back. */
  public record Page(Browser browser, HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String html() {
      return response.body();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    public String location() {
      return header("Location").orElse("");
    }

    /** Where a redirect leads. */
    public Page follow() {
      assertTrue(status() == 303, () -> status() + " " + html());
      return browser.get(location());
    }

    public boolean has(String part) {
      return html().contains(part);
    }

    /** The first form that posts there, with its hidden and filled fields. */
    public Optional<Form> form(String action) {
      return forms().stream().filter(form -> form.action().equals(action)).findFirst();
    }

    /** All that post. */
    public List<Form> forms() {
      var forms = new ArrayList<Form>();
      var each = FORM.matcher(html());
      while (each.find()) {
        var attributes = attributes(each.group(1));
        if ("post".equals(attributes.get("method"))) {
          forms.add(new Form(attributes.getOrDefault("action", ""), fields(each.group(2))));
        }
      }
      return forms;
    }

    /** Sends the form that posts there, with these fields over its own. */
    public Page submit(String action, Map<String, String> fields) {
      var form =
          form(action).orElseThrow(() -> new AssertionError("no form " + action + "\n" + html()));
      var all = new LinkedHashMap<>(form.fields());
      all.putAll(fields);
      return browser.post(action, all);
    }

    public Page submit(String action) {
      return submit(action, Map.of());
    }

    private static Map<String, String> fields(String inside) {
      var fields = new LinkedHashMap<String, String>();
      FIELD
          .matcher(inside)
          .results()
          .map(Page::attributesOf)
          .filter(field -> field.containsKey("name") && !field.containsKey("aria-pressed"))
          .filter(field -> !isUnchecked(field))
          .forEach(field -> fields.put(field.get("name"), field.getOrDefault("value", "")));
      return fields;
    }

    private static boolean isUnchecked(Map<String, String> field) {
      return "checkbox".equals(field.get("type")) && !field.containsKey("checked");
    }

    private static Map<String, String> attributesOf(java.util.regex.MatchResult field) {
      return attributes(field.group(1) != null ? field.group(1) : field.group(2));
    }

    private static Map<String, String> attributes(String text) {
      var found = new LinkedHashMap<String, String>();
      Matcher each = ATTRIBUTE.matcher(text);
      while (each.find()) {
        found.put(each.group(1), plain(each.group(2) == null ? "" : each.group(2)));
      }
      return found;
    }

    private static String plain(String escaped) {
      return escaped
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&#34;", "\"")
          .replace("&#39;", "'")
          .replace("&amp;", "&");
    }
  }
}
