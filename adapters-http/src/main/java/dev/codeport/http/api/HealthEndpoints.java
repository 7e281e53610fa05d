package dev.codeport.http.api;

import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether the process lives, whether it can work, and its figures. */
public final class HealthEndpoints {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final BooleanSupplier ready;
  private final Supplier<Map<String, String>> parts;
  private final Supplier<String> metrics;

  /**
   * @param ready whether requests would be answered; may block
   * @param parts how what it can do without is, by name
   * @param metrics the figures in Prometheus' text format; may block
   */
  public HealthEndpoints(
      BooleanSupplier ready, Supplier<Map<String, String>> parts, Supplier<String> metrics) {
    this.ready = ready;
    this.parts = parts;
    this.metrics = metrics;
  }

  public void mount(Routes routes) {
    routes
        .getOnLoop("/healthz", this::alive)
        .get("/readyz", this::ready)
        .get("/metrics", this::metrics);
  }

  private Reply alive(Request request) {
    return Reply.json(200, new HealthView("ok"));
  }

  private Reply ready(Request request) {
    return ready.getAsBoolean()
        ? Reply.json(200, readiness("ready"))
        : Reply.json(503, readiness("not ready"));
  }

  private Record readiness(String status) {
    var shown = parts.get();
    return shown.isEmpty() ? new HealthView(status) : new ReadinessView(status, shown);
  }

  private Reply metrics(Request request) {
    return Reply.text(200, PROMETHEUS, metrics.get());
  }

  record HealthView(String status) {}

  record ReadinessView(String status, Map<String, String> parts) {}
}
