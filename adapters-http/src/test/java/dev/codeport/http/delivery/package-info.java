/** Webhooks on their way, over real HTTP to a receiver that keeps books. */
@NullMarked
package dev.codeport.http.delivery;

import org.jspecify.annotations.NullMarked;
