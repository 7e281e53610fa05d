/** Tests of this room. */
@NullMarked
package dev.codeport.http.api.verification;

import org.jspecify.annotations.NullMarked;
