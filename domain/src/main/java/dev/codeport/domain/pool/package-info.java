/** The vendors: what they offer, what we asked of them, what they lend us. */
@NullMarked
package dev.codeport.domain.pool;

import org.jspecify.annotations.NullMarked;
