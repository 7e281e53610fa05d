/**
 * Whether a code is sent at all: rules that look at evidence and find something or nothing.
 *
 * <p>Rules are pure; what they look at is gathered before. Each has a {@link
 * dev.codeport.domain.fraud.Mode}, so that a new one can first be watched. What they found is kept
 * with the verification.
 */
@NullMarked
package dev.codeport.domain.fraud;

import org.jspecify.annotations.NullMarked;
