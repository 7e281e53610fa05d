/** The adapter against a fake of the vendor that keeps books of its own. */
@NullMarked
package dev.codeport.provider.smscode;

import org.jspecify.annotations.NullMarked;
