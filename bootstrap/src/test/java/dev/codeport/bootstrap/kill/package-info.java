/** What is left when a process is killed. */
@NullMarked
package dev.codeport.bootstrap.kill;

import org.jspecify.annotations.NullMarked;
