/**
 * Senders that speak Twilio Verify, version 2.
 *
 * <p>Forms go out, JSON comes back. Twilio makes the code; for ten minutes a number has one
 * verification, and asking again sends the same code again under the same name. After a right
 * guess, the fifth wrong one or the end the verification is no longer there (404), whichever of the
 * three it was.
 */
@NullMarked
package dev.codeport.provider.twilioverify;

import org.jspecify.annotations.NullMarked;
