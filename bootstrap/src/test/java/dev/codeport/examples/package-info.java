/** How to use Codeport from Java; run as tests, and quoted by the README. */
@NullMarked
package dev.codeport.examples;

import org.jspecify.annotations.NullMarked;
