/** From a vendor's cost to the customer's price: rate, markup, rounding. */
@NullMarked
package dev.codeport.domain.pricing;

import org.jspecify.annotations.NullMarked;
