/** The PostgreSQL adapter against its contracts, on a real server. */
@NullMarked
package dev.codeport.postgres;

import org.jspecify.annotations.NullMarked;
