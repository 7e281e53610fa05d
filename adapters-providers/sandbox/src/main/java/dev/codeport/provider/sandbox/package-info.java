/** Vendors on loopback that keep their own books: the demo, the default, and the fakes of tests. */
@NullMarked
package dev.codeport.provider.sandbox;

import org.jspecify.annotations.NullMarked;
