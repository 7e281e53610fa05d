/** The operator's part of the console. */
@NullMarked
package dev.codeport.http.console.operator;

import org.jspecify.annotations.NullMarked;
