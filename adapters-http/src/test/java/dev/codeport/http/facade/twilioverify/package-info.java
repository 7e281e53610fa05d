/** Tests of this room. */
@NullMarked
package dev.codeport.http.facade.twilioverify;

import org.jspecify.annotations.NullMarked;
