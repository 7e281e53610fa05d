/** What happened to an account's things, in the order in which it was committed. */
@NullMarked
package dev.codeport.domain.event;

import org.jspecify.annotations.NullMarked;
