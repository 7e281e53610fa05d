/**
 * What the choice of a route depends on beside the offers: how asking each tier turned out, which
 * vendors answer, what we have there. The choice itself is {@link
 * dev.codeport.domain.pool.RoutingPolicy}.
 */
@NullMarked
package dev.codeport.application.routing;

import org.jspecify.annotations.NullMarked;
