/**
 * Where an account wants to be told, and how telling it went.
 *
 * <pre>
 *   event ──commit──► one Delivery per Endpoint that hears of it ──claimDue──► a worker
 *                        ▲                                                       │ post
 *                        └── Retry ◄───────────── record ◄──── DeliveryAttempt ──┘
 *                                                   ├──► DELIVERED
 *                                                   └──► FAILED ──redeliver──► PENDING
 * </pre>
 */
@NullMarked
package dev.codeport.domain.webhook;

import org.jspecify.annotations.NullMarked;
