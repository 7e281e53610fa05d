/** The memory adapters against their contracts. */
@NullMarked
package dev.codeport.memory;

import org.jspecify.annotations.NullMarked;
