/**
 * StartMessaging's API, so that its customers move by changing the host: {@code /otp/send}, {@code
 * /otp/verify} and {@code /otp/resend} as its guides and its newer pages describe them, and {@code
 * /v1/auth/send-otp} and {@code /v1/auth/verify-otp} of its authentication pages.
 *
 * <p>Its pages contradict each other about names of fields; answers have all of them, and requests
 * may use any. Unknown fields are left alone.
 */
@NullMarked
package dev.codeport.http.facade.startmessaging;

import org.jspecify.annotations.NullMarked;
