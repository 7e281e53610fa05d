/** Against real Redis servers: one that comes along, or those of the machine. */
@NullMarked
package dev.codeport.redis;

import org.jspecify.annotations.NullMarked;
