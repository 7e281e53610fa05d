/** The operator's part of the console, over a real Codeport. */
@NullMarked
package dev.codeport.http.console.operator;

import org.jspecify.annotations.NullMarked;
