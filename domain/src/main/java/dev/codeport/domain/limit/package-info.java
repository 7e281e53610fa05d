/** How often something may be done. */
@NullMarked
package dev.codeport.domain.limit;

import org.jspecify.annotations.NullMarked;
