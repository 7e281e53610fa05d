/** What a sandbox sender does, asked over HTTP. */
@NullMarked
package dev.codeport.provider.sandbox.sender;

import org.jspecify.annotations.NullMarked;
