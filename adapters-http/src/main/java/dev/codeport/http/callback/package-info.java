/** What vendors and senders tell us unasked. */
@NullMarked
package dev.codeport.http.callback;

import org.jspecify.annotations.NullMarked;
