/**
 * Senders that speak StartMessaging's API.
 *
 * <p>Its public documents contradict each other: each of the four {@link
 * dev.codeport.provider.startmessaging.Generation}s is one of them. In two the service makes the
 * code and checks it; in two it takes ours and writes its own words around it.
 */
@NullMarked
package dev.codeport.provider.startmessaging;

import org.jspecify.annotations.NullMarked;
