package dev.codeport.http.api.order;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param number in the account's own count, without gaps
 * @param message the SMS it is about
 * @param order as it is now, which may be further on; none when it is no longer there or was never
 *     shown
 */
record EventView(
    long number,
    String type,
    String at,
    long orderId,
    @Nullable MessageView message,
    @Nullable OrderView order) {}
