/** The adapter against a fake of the service that keeps books of its own. */
@NullMarked
package dev.codeport.provider.twilio;

import org.jspecify.annotations.NullMarked;
