/**
 * What turns a route into a plain blocking call: a virtual thread for each request, its id, its
 * body within bounds, strict JSON, and one place where failures become answers.
 *
 * <pre>
 *   event loop          virtual thread          event loop
 *   route, read body ─► Endpoint.answer ──────► write, log, observe
 * </pre>
 *
 * <p>Knows nothing of what is served: every surface brings its routes and its own way of wording
 * refusals.
 */
@NullMarked
package dev.codeport.http.server;

import org.jspecify.annotations.NullMarked;
