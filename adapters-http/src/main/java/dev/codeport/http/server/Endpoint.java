package dev.codeport.http.server;

/** Answers requests to one route; may block, and is called on a virtual thread. */
@FunctionalInterface
public interface Endpoint {
  /**
   * @throws BadInput to have the surface refuse the request
   */
  Reply answer(Request request);
}
