/** What can be seen of a running Codeport from outside: logs and metrics. Never anything secret. */
@NullMarked
package dev.codeport.bootstrap.watch;

import org.jspecify.annotations.NullMarked;
