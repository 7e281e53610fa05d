package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request whose body has arrived, as an endpoint sees it. */
public final class Request {
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._~%=+,:@!$*/-]");

  private static final Pattern FORM =
      Pattern.compile("application/x-www-form-urlencoded *(;.*)?", Pattern.CASE_INSENSITIVE);

  private final String id;
  private final Head head;
  private final Map<String, String> path;
  private final byte[] body;
  private final Map<String, String> marks = new ConcurrentHashMap<>();

  Request(String id, Head head, Map<String, String> path, byte[] body) {
    this.id = id;
    this.head = head;
    this.path = Map.copyOf(path);
    this.body = body;
  }

  /** By which people find it in the logs. */
  public String id() {
    return id;
  }

  /** A named part of the path; empty only for a name the template does not have. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  /**
   * @throws BadInput when it is not encoded properly
   */
  public Query query() {
    return Query.parse(head.query());
  }

  /** The whole path, as it came. */
  public String path() {
    return head.path();
  }

  /** The query as it came, without its question mark; empty when there is none. */
  public String rawQuery() {
    return head.query();
  }

  /**
   * The body as an HTML form is posted: the same as a query.
   *
   * @throws BadInput when it is not encoded properly
   */
  public Query form() {
    return Query.parse(new String(body, ISO_8859_1));
  }

  /**
   * The parameters of the query, and those of the body where that is a form.
   *
   * @throws BadInput when they are not encoded properly, or one is there twice
   */
  public Query parameters() {
    var form = headers("content-type").stream().anyMatch(type -> FORM.matcher(type).matches());
    return form && body.length > 0
        ? Query.parse(head.query() + "&" + new String(body, ISO_8859_1))
        : query();
  }

  /** This request's query as a reference, such as {@code ?a=1&b=2}, with one parameter replaced. */
  public String queryWith(String name, String value) {
    var others =
        Splitter.on('&')
            .omitEmptyStrings()
            .splitToStream(head.query())
            .filter(part -> !part.equals(name) && !part.startsWith(name + "="))
            .map(part -> UNFIT.matcher(part).replaceAll(""))
            .collect(Collectors.joining("&"));
    return "?" + others + (others.isEmpty() ? "" : "&") + name + "=" + value;
  }

  public List<String> headers(String name) {
    return head.header(name);
  }

  /** All of them, by name in lower case. */
  public Map<String, List<String>> headers() {
    return head.all();
  }

  public String method() {
    return head.method();
  }

  /** The address at the other end of the connection, which may be a proxy's; empty for none. */
  public String remote() {
    return head.remote();
  }

  /** The token of an {@code Authorization: Bearer}; empty when there is none or more than one. */
  public Optional<String> bearer() {
    var given = headers("authorization");
    return given.size() == 1 ? Bearer.token(given.getFirst()) : Optional.empty();
  }

  /** Name and password of an {@code Authorization: Basic}; empty as {@link #bearer} is. */
  public Optional<Basic> basic() {
    var given = headers("authorization");
    return given.size() == 1 ? Basic.of(given.getFirst()) : Optional.empty();
  }

  public byte[] body() {
    return body;
  }

  /** Has whatever is answered carry this header, be it a refusal or a fault. */
  public void mark(String header, String value) {
    marks.put(header, value);
  }

  Map<String, String> marks() {
    return marks;
  }
}
