/** Where an account wants to be told, and how telling it went. */
@NullMarked
package dev.codeport.domain.webhook;

import org.jspecify.annotations.NullMarked;
