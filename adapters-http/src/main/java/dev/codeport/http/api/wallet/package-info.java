/** An account's money for its customer: what there is, and every entry that led to it. */
@NullMarked
package dev.codeport.http.api.wallet;

import org.jspecify.annotations.NullMarked;
