/** Posting to addresses that customers chose, and to no address inside. */
@NullMarked
package dev.codeport.http.webhook;

import org.jspecify.annotations.NullMarked;
