/**
 * Many orders from many vendors while everything goes wrong, and then the question whether the
 * vendors' books and ours agree.
 *
 * <pre>
 *   Shoppers ──HTTP──► codeport serve ──HTTP──► Gate ──HTTP──► a vendor with books of its own
 *                       │  killed, restarted     └ mishaps, by a Deck     ▲
 *                       ▼                                                 └── Postman: SMS
 *                    Postgres ─────────► Audit ◄── the vendors' books, what Shoppers were shown
 * </pre>
 *
 * <p>The service is a process of its own, set up by its settings alone. Vendors and gates live in
 * this process, so that they outlive it. {@code FaultRunTest} runs a few hundred orders with every
 * build, and as many as one likes by {@code -Dfault.orders}.
 */
@NullMarked
package dev.codeport.bootstrap.faultrun;

import org.jspecify.annotations.NullMarked;
