/**
 * {@code /auth/send-otp} and {@code /auth/verify-otp}: the two routes that an app begins with. A
 * phone goes in and a request id comes out; that and the code go in, and yes or no comes out.
 *
 * <p>Refusals are those of our own API. With a {@link dev.codeport.http.facade.auth.PublicMode} the
 * two may be called without a key, straight from phones.
 */
@NullMarked
package dev.codeport.http.facade.auth;

import org.jspecify.annotations.NullMarked;
