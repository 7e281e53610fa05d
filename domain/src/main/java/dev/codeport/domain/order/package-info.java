/** An order's life, from the price held to its end. */
@NullMarked
package dev.codeport.domain.order;

import org.jspecify.annotations.NullMarked;
