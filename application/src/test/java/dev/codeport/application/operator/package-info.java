/** What the operator does, over a real storage. */
@NullMarked
package dev.codeport.application.operator;

import org.jspecify.annotations.NullMarked;
