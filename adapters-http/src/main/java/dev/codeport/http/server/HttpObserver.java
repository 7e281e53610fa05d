package dev.codeport.http.server;

import java.time.Duration;

/** Is told of every request that was answered. Must not block. */
@FunctionalInterface
public interface HttpObserver {
  HttpObserver NONE = (method, route, status, took) -> {};

  /**
   * @param method one of the methods HTTP knows, or {@code OTHER}
   * @param route the template, such as {@code /v1/orders/:id}; {@code unmatched} when there is none
   */
  void served(String method, String route, int status, Duration took);
}
