/**
 * A market whose truth is known: what routing policies make of it is measured here. {@link
 * dev.codeport.domain.pool.market.Simulation#main} prints the table of docs/routing.md.
 */
@NullMarked
package dev.codeport.domain.pool.market;

import org.jspecify.annotations.NullMarked;
