/** Where an account wants to be told, and the worker that tells it. */
@NullMarked
package dev.codeport.application.webhook;

import org.jspecify.annotations.NullMarked;
