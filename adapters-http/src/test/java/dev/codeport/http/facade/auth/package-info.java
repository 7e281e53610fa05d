/** Tests of this room. */
@NullMarked
package dev.codeport.http.facade.auth;

import org.jspecify.annotations.NullMarked;
