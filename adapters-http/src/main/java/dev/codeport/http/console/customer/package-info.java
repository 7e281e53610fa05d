/** The customer's part of the console: one class of pages for each line of the menu. */
@NullMarked
package dev.codeport.http.console.customer;

import org.jspecify.annotations.NullMarked;
