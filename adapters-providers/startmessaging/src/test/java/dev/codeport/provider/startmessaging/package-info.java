/** The adapter against a sandbox that keeps books of its own. */
@NullMarked
package dev.codeport.provider.startmessaging;

import org.jspecify.annotations.NullMarked;
