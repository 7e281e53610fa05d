/** What can be seen of a running Codeport. */
@NullMarked
package dev.codeport.bootstrap.watch;

import org.jspecify.annotations.NullMarked;
