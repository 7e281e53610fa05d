package dev.codeport.application.verification;

import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationRules;

/**
 * A verification, and what may be done with it now.
 *
 * @param next the earliest moments, as of the reading
 */
public record ShownVerification(Verification verification, VerificationRules.Next next) {}
