/**
 * What every vendor dialect needs to talk to its vendor.
 *
 * <p>{@link dev.codeport.provider.kit.Upstream} makes one call, once, within a deadline, and tells
 * "surely not arrived" from "perhaps arrived", on which all caution with money rests. {@link
 * dev.codeport.provider.kit.Section} reads a vendor's settings. {@link
 * dev.codeport.provider.kit.ProviderFactory} is how a dialect on the class path is found. No vendor
 * is known here.
 *
 * <p>On its way a call passes the turnstile (how often), the bulkhead (how many at once) and the
 * circuit breaker (whether at all); all three are this node's own. The breaker is ours and no
 * library's: it tells buying from looking after what was bought, opens at once on trouble with the
 * account, lets leases be polled seldom while it is open, and runs by the movable clock. A general
 * one such as resilience4j's has none of that; two hundred lines would stand around it, and whoever
 * embeds us would inherit it.
 */
@NullMarked
package dev.codeport.provider.kit;

import org.jspecify.annotations.NullMarked;
