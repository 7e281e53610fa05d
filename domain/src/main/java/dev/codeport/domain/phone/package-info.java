/** Telephone numbers. */
@NullMarked
package dev.codeport.domain.phone;

import org.jspecify.annotations.NullMarked;
