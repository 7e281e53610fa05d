/** Rates and markups: what decides a price. */
@NullMarked
package dev.codeport.application.pricing;

import org.jspecify.annotations.NullMarked;
