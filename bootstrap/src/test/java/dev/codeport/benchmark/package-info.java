/** Load runs and measurements, started by hand; no test waits for a stop-watch. */
@NullMarked
package dev.codeport.benchmark;

import org.jspecify.annotations.NullMarked;
