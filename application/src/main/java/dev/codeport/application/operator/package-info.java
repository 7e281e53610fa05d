/** What the operator does, and the book in which it is written. */
@NullMarked
package dev.codeport.application.operator;

import org.jspecify.annotations.NullMarked;
