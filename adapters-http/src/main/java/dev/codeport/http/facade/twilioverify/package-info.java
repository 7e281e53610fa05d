/**
 * The part of Twilio's Verify API, version 2, that apps use: official SDKs work unchanged once
 * their HTTP client leads here.
 *
 * <p>An account is one Twilio account with one Service; its ids follow from the account's number
 * ({@link dev.codeport.http.facade.twilioverify.Sids}). Errors have Twilio's four legacy fields and
 * Twilio's codes. There is never a {@code Retry-After}: the SDK for Java would sleep on it inside
 * of the caller's thread; {@code details.retry_after} says the same.
 */
@NullMarked
package dev.codeport.http.facade.twilioverify;

import org.jspecify.annotations.NullMarked;
