/** Tests of this room. */
@NullMarked
package dev.codeport.http.webhook;

import org.jspecify.annotations.NullMarked;
