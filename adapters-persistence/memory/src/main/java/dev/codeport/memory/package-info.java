/**
 * Storage, stock, rate limits, sliding windows and doorbell in the memory of one process: for tests
 * and throw-away runs.
 *
 * <p>One lock guards everything in {@link dev.codeport.memory.MemoryStorage}; a change is checked
 * whole before any of it is applied, so that a refused one leaves no trace.
 */
@NullMarked
package dev.codeport.memory;

import org.jspecify.annotations.NullMarked;
