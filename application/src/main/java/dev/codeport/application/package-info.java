/** What one may do: every use case in one place, and what puts them together. */
@NullMarked
package dev.codeport.application;

import org.jspecify.annotations.NullMarked;
