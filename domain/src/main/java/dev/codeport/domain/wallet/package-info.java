/** Money in double entry: what an account has, what is held for its orders, and why. */
@NullMarked
package dev.codeport.domain.wallet;

import org.jspecify.annotations.NullMarked;
