package dev.codeport.http.server;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the endpoint of a request, or the reason why there is none. */
final class Entrance implements Handler<HttpServerRequest> {
  private static final String UNMATCHED = "unmatched";
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Engine engine;
  private final Routes routes;
  private final Router router;

  Entrance(Engine engine, Routes routes) {
    this.engine = engine;
    this.routes = routes;
    this.router = Router.router(engine.vertx());
    routes.handlings().forEach(this::mount);
    router.route().last().handler(this::refuseUnknown);
    router.errorHandler(400, this::refuseUnknown);
    router.errorHandler(404, this::refuseUnknown);
    router.errorHandler(500, this::fail);
  }

  @Override
  public void handle(HttpServerRequest request) {
    var path = request.path();
    if (path == null || !path.startsWith("/") || BAD_ESCAPE.matcher(path).find()) {
      exchange(request, UNMATCHED).refuse(new Refusal.NotFound());
      return;
    }
    var handling = routes.literal(request.method().name(), path);
    if (handling.isPresent()) {
      exchange(request, path).serve(handling.get(), Map.of());
    } else {
      router.handle(request);
    }
  }

  private void mount(String template, Map<String, Routes.Handling> methods) {
    var allowed = new LinkedHashSet<String>();
    methods.forEach(
        (method, handling) -> {
          allowed.add(method);
          mount(method, template, handling);
          if (method.equals("GET")) {
            allowed.add("HEAD");
            mount("HEAD", template, handling);
          }
        });
    router.route(template).handler(routed -> refuseMethod(routed, template, Set.copyOf(allowed)));
  }

  private void mount(String method, String template, Routes.Handling handling) {
    router
        .route(HttpMethod.valueOf(method), template)
        .handler(
            routed -> exchange(routed.request(), template).serve(handling, routed.pathParams()));
  }

  private void refuseMethod(RoutingContext routed, String template, Set<String> allowed) {
    exchange(routed.request(), template).refuse(new Refusal.WrongMethod(allowed));
  }

  private void refuseUnknown(RoutingContext routed) {
    exchange(routed.request(), UNMATCHED).refuse(new Refusal.NotFound());
  }

  private void fail(RoutingContext routed) {
    exchange(routed.request(), UNMATCHED).fail(routed.failure());
  }

  private Exchange exchange(HttpServerRequest request, String template) {
    var path = request.path();
    var surface = routes.surfaceOf(path == null ? "" : path);
    return new Exchange(engine, request, surface, template, loop());
  }

  private Context loop() {
    return engine.vertx().getOrCreateContext();
  }
}
