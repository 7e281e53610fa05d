/**
 * Amounts, currencies and the rates between them. Exact: never a float, every rounding has a name.
 */
@NullMarked
package dev.codeport.domain.money;

import org.jspecify.annotations.NullMarked;
