/** What runs by itself. */
@NullMarked
package dev.codeport.application.worker;

import org.jspecify.annotations.NullMarked;
