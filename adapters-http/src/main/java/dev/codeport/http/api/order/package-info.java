/**
 * Orders for customers: placing, looking, waiting, ending, and what happens to them as a stream.
 *
 * <p>A stream is read from the store in the account's own numbering; the doorbell only says when to
 * read. So a reader that comes back with the last number it saw misses nothing.
 */
@NullMarked
package dev.codeport.http.api.order;

import org.jspecify.annotations.NullMarked;
