/**
 * What must not be seen: secrets that print themselves masked, keyed hashes, sealing for storage.
 */
@NullMarked
package dev.codeport.domain.secret;

import org.jspecify.annotations.NullMarked;
