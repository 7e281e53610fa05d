/**
 * Puts the parts together: says {@code new}, one method per part, and starts and stops them in the
 * right order. The only place that knows the clock, chance and the environment of the process.
 */
@NullMarked
package dev.codeport.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
