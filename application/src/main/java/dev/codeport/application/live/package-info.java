/**
 * News for those who wait: events read in order, and callbacks that say when to read again. Nobody
 * who waits holds a thread.
 */
@NullMarked
package dev.codeport.application.live;

import org.jspecify.annotations.NullMarked;
