package dev.codeport.http.server;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request whose body has arrived, as an endpoint sees it. */
public final class Request {
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._~%=+,:@!$*/-]");

  private static final Pattern FORM =
      Pattern.compile("application/x-www-form-urlencoded *(;.*)?", Pattern.CASE_INSENSITIVE);

  private final String id;
  private final String query;
  private final Map<String, String> path;
  private final Function<String, List<String>> headers;
  private final byte[] body;
  private final Map<String, String> marks = new ConcurrentHashMap<>();

  Request(
      String id,
      String query,
      Map<String, String> path,
      Function<String, List<String>> headers,
      byte[] body) {
    this.id = id;
    this.query = query;
    this.path = Map.copyOf(path);
    this.headers = headers;
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
    return Query.parse(query);
  }

  /**
   * The parameters of the query, and those of the body where that is a form.
   *
   * @throws BadInput when they are not encoded properly, or one is there twice
   */
  public Query parameters() {
    var form = headers("content-type").stream().anyMatch(type -> FORM.matcher(type).matches());
    return form && body.length > 0
        ? Query.parse(query + "&" + new String(body, StandardCharsets.ISO_8859_1))
        : query();
  }

  /** This request's query as a reference, such as {@code ?a=1&b=2}, with one parameter replaced. */
  public String queryWith(String name, String value) {
    var others =
        Splitter.on('&')
            .omitEmptyStrings()
            .splitToStream(query)
            .filter(part -> !part.equals(name) && !part.startsWith(name + "="))
            .map(part -> UNFIT.matcher(part).replaceAll(""))
            .collect(Collectors.joining("&"));
    return "?" + others + (others.isEmpty() ? "" : "&") + name + "=" + value;
  }

  public List<String> headers(String name) {
    return headers.apply(name);
  }

  /** The token of an {@code Authorization: Bearer}; empty when there is none or more than one. */
  public Optional<String> bearer() {
    var given = headers("authorization");
    return given.size() == 1 ? Bearer.token(given.getFirst()) : Optional.empty();
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
