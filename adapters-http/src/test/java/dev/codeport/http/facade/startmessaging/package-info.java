/** Tests of this room. */
@NullMarked
package dev.codeport.http.facade.startmessaging;

import org.jspecify.annotations.NullMarked;
