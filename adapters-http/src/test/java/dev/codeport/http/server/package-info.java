/** Tests of this room. */
@NullMarked
package dev.codeport.http.server;

import org.jspecify.annotations.NullMarked;
