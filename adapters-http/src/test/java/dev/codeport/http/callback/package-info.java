/** Tests of this room. */
@NullMarked
package dev.codeport.http.callback;

import org.jspecify.annotations.NullMarked;
