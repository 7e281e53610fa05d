/** What one can type behind {@code codeport}: one class for each command. */
@NullMarked
package dev.codeport.bootstrap.command;

import org.jspecify.annotations.NullMarked;
