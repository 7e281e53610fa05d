/**
 * Vendors on loopback that keep their own books: the demo, the default without any account, the
 * fakes of tests and the oracle that says what a vendor really did.
 *
 * <p>A {@link dev.codeport.provider.sandbox.SandboxVendor} is a real HTTP server that speaks {@code
 * handler_api}, as vendors do and with their order of complaints. No real SMS is involved and its
 * numbers reach nobody. Time is the given clock's alone: an SMS or an end is there as soon as the
 * clock has passed its moment, so a clock that is moved moves the vendor. What goes wrong is
 * planned with {@link dev.codeport.provider.sandbox.Fault}s; what happened stands in {@link
 * dev.codeport.provider.sandbox.Books}.
 *
 * <pre>
 *   WAITING --sms--> RECEIVED --3--> RETRY --sms--> RECEIVED --6 or time--> FINISHED
 *      |--8, not in the first two minutes--> CANCELED (refunded)
 *      '--time--> EXPIRED (refunded)
 * </pre>
 */
@NullMarked
package dev.codeport.provider.sandbox;

import org.jspecify.annotations.NullMarked;
