/** Where the process begins: the program's commands, and the parts they start. */
@NullMarked
package dev.codeport.bootstrap;

import org.jspecify.annotations.NullMarked;
