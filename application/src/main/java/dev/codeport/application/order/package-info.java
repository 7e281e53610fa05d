/** Ordering a number, and everything that happens to an order until it ends. */
@NullMarked
package dev.codeport.application.order;

import org.jspecify.annotations.NullMarked;
