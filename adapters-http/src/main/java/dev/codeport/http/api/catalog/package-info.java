/** What can be ordered, where, for how much, and how well it works. */
@NullMarked
package dev.codeport.http.api.catalog;

import org.jspecify.annotations.NullMarked;
