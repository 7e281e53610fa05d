/** The adapter against a gateway that takes texts in every form. */
@NullMarked
package dev.codeport.provider.httpsms;

import org.jspecify.annotations.NullMarked;
