/** Codeport over HTTP: the server, and what may be set about it. */
@NullMarked
package dev.codeport.http;

import org.jspecify.annotations.NullMarked;
