/** An account's money, seen and filled. */
@NullMarked
package dev.codeport.application.wallet;

import org.jspecify.annotations.NullMarked;
