/**
 * The proof that somebody holds a phone: send a code, check a code.
 *
 * <p>{@link dev.codeport.domain.verification.Verification} is the life of one, {@link
 * dev.codeport.domain.verification.Dispatch} what was asked of a sender for it, {@link
 * dev.codeport.domain.verification.Sender} who brings codes to phones, {@link
 * dev.codeport.domain.verification.LocalCodes} how codes of our own are made and compared. Whether
 * a request is let through is judged in {@code fraud}; how often, in {@code limit}.
 */
@NullMarked
package dev.codeport.domain.verification;

import org.jspecify.annotations.NullMarked;
