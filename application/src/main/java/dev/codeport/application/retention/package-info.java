/** How long things are kept, and who lets go of them. */
@NullMarked
package dev.codeport.application.retention;

import org.jspecify.annotations.NullMarked;
