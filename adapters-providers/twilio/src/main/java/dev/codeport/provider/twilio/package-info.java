/**
 * Senders that speak Twilio's Messages API and carry our texts.
 *
 * <p>Forms go out, JSON comes back, and what becomes of a message is posted to an address of ours
 * as a signed form. The signature covers that address as Twilio was told it: it is a setting, and
 * not what a request happens to look like behind a proxy.
 */
@NullMarked
package dev.codeport.provider.twilio;

import org.jspecify.annotations.NullMarked;
