/** The one place where a decision becomes a fact. */
@NullMarked
package dev.codeport.domain.storage;

import org.jspecify.annotations.NullMarked;
