/**
 * Sending codes and checking them: one interface for each use case, and the worker that ends what
 * was left.
 *
 * <p>The rhythm is the house's: judge and count, commit the intent, ask a sender, commit the
 * outcome, answer. A guess is spent before anything is compared.
 */
@NullMarked
package dev.codeport.application.verification;

import org.jspecify.annotations.NullMarked;
