/** Our own API: administration, health, metrics, and the doors of the sandbox. */
@NullMarked
package dev.codeport.http.api;

import org.jspecify.annotations.NullMarked;
