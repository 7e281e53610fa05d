/** What every vendor dialect needs to talk to its vendor. */
@NullMarked
package dev.codeport.provider.kit;

import org.jspecify.annotations.NullMarked;
