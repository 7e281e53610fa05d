/** The console, seen through a browser without script, over a real Codeport. */
@NullMarked
package dev.codeport.http.console;

import org.jspecify.annotations.NullMarked;
