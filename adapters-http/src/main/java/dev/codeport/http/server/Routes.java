package dev.codeport.http.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which endpoint answers what. A path that is itself a template goes there; the other templates are
 * tried in the order in which they were added. A part such as {@code :id} matches one segment.
 */
public final class Routes {
  private final Map<String, Map<String, Handling>> handlings = new LinkedHashMap<>();
  private final Map<String, Surface> surfaces = new LinkedHashMap<>();
  private final Surface elsewhere;

  /**
   * @param elsewhere words refusals wherever no other surface does
   */
  public Routes(Surface elsewhere) {
    this.elsewhere = elsewhere;
  }

  /**
   * @param onLoop whether the endpoint never blocks and may run on the event loop
   */
  record Handling(Endpoint endpoint, boolean onLoop) {}

  /**
   * Has this surface word what is refused under a prefix such as {@code /v1}; where several fit,
   * the longest one counts.
   */
  public Routes surface(String prefix, Surface surface) {
    surfaces.put(prefix, surface);
    return this;
  }

  public Routes get(String template, Endpoint endpoint) {
    return add("GET", template, new Handling(endpoint, false));
  }

  public Routes post(String template, Endpoint endpoint) {
    return add("POST", template, new Handling(endpoint, false));
  }

  public Routes put(String template, Endpoint endpoint) {
    return add("PUT", template, new Handling(endpoint, false));
  }

  public Routes patch(String template, Endpoint endpoint) {
    return add("PATCH", template, new Handling(endpoint, false));
  }

  public Routes delete(String template, Endpoint endpoint) {
    return add("DELETE", template, new Handling(endpoint, false));
  }

  /** A read that never blocks: it is answered on the event loop. */
  public Routes getOnLoop(String template, Endpoint endpoint) {
    return add("GET", template, new Handling(endpoint, true));
  }

  Map<String, Map<String, Handling>> handlings() {
    return handlings;
  }

  /** What answers a path that is itself a template. */
  Optional<Handling> literal(String method, String path) {
    var methods = handlings.get(path);
    return methods == null || path.indexOf(':') >= 0
        ? Optional.empty()
        : Optional.ofNullable(methods.get(method));
  }

  /** Every method and template, such as {@code GET /api/orders/{id}}. */
  public Set<String> operations() {
    var operations = new TreeSet<String>();
    handlings.forEach(
        (template, methods) ->
            methods
                .keySet()
                .forEach(
                    method ->
                        operations.add(method + " " + template.replaceAll(":([a-z_]+)", "{$1}"))));
    return operations;
  }

  Surface surfaceOf(String path) {
    var longest = "";
    var found = elsewhere;
    for (var entry : surfaces.entrySet()) {
      var prefix = entry.getKey();
      if (prefix.length() > longest.length()
          && (path.equals(prefix) || path.startsWith(prefix + "/"))) {
        longest = prefix;
        found = entry.getValue();
      }
    }
    return found;
  }

  private Routes add(String method, String template, Handling handling) {
    var methods = handlings.computeIfAbsent(template, t -> new LinkedHashMap<>());
    if (methods.put(method, handling) != null) {
      throw new IllegalArgumentException(method + " " + template + " is there twice");
    }
    return this;
  }
}
