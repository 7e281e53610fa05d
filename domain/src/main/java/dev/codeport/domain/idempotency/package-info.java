/** Keys by which a repeated request is recognised. */
@NullMarked
package dev.codeport.domain.idempotency;

import org.jspecify.annotations.NullMarked;
