/**
 * {@code /api/verifications}: a code is sent, and what somebody typed is checked.
 *
 * <p>Every answer shows the verification as it stands: what may be done next and from when on. Of
 * codes nothing is ever shown. {@link dev.codeport.http.api.verification.StartReply} and {@link
 * dev.codeport.http.api.verification.Written} also serve the routes under {@code /auth} and the
 * façades.
 */
@NullMarked
package dev.codeport.http.api.verification;

import org.jspecify.annotations.NullMarked;
