/** Where an account wants to be told. */
@NullMarked
package dev.codeport.application.webhook;

import org.jspecify.annotations.NullMarked;
