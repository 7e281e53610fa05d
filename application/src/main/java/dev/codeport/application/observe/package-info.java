/** What one may watch from outside. */
@NullMarked
package dev.codeport.application.observe;

import org.jspecify.annotations.NullMarked;
