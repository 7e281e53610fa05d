/** Looking after vendors and senders: how they fare, and what they say of us. */
@NullMarked
package dev.codeport.application.vendor;

import org.jspecify.annotations.NullMarked;
