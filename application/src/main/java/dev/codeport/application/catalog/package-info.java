/** Looking at what can be ordered. */
@NullMarked
package dev.codeport.application.catalog;

import org.jspecify.annotations.NullMarked;
