/** Tests of this room. */
@NullMarked
package dev.codeport.http.api;

import org.jspecify.annotations.NullMarked;
