/**
 * The operator's part of the console: one class of pages for each line of the menu. What is changed
 * here is changed by {@link dev.codeport.http.api.Hands}, as through the admin API, and so is
 * written down.
 */
@NullMarked
package dev.codeport.http.console.operator;

import org.jspecify.annotations.NullMarked;
