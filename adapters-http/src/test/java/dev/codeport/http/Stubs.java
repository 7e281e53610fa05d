package dev.codeport.http;

/** A client of the old protocol, that knows a host and a key. */
public record Stubs(Api api, String key) {
  /** The served fake, with the key that it knows. */
  public static Stubs of(Served served) {
    return new Stubs(served.stranger, Served.KEY);
  }

  public Api.Answer send(String action, String... parameters) {
    return api.send("GET", path("api_key=" + key + "&action=" + action, parameters), "");
  }

  /** The line, or document, that came with status 200. */
  public String ask(String action, String... parameters) {
    var answer = send(action, parameters);
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  public static String path(String query, String... parameters) {
    return "/stubs/handler_api.php?"
        + query
        + (parameters.length == 0 ? "" : "&" + String.join("&", parameters));
  }
}
