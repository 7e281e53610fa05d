/**
 * Our own API's part under {@code /api/webhooks}: endpoints, what was sent to them, sending again.
 */
@NullMarked
package dev.codeport.http.api.webhook;

import org.jspecify.annotations.NullMarked;
