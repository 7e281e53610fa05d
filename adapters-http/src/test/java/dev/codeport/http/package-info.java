/** Codeport over HTTP, asked by a real client. */
@NullMarked
package dev.codeport.http;

import org.jspecify.annotations.NullMarked;
