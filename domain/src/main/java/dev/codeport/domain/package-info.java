/** What things are, and what they need from the world. */
@NullMarked
package dev.codeport.domain;

import org.jspecify.annotations.NullMarked;
