/** Tests of this room. */
@NullMarked
package dev.codeport.http.api.order;

import org.jspecify.annotations.NullMarked;
