/** The whole of it over HTTP: a real Codeport in memory, a sandbox vendor behind it. */
@NullMarked
package dev.codeport.http.flow;

import org.jspecify.annotations.NullMarked;
