/**
 * Vendors that speak 5sim's REST API, version 1.
 *
 * <p>Countries, operators and products have names; everything is a GET; errors are lines of plain
 * text, one of them with status 200. A number goes on collecting SMS until it is finished, given
 * back or out of time, and {@code RECEIVED} does not say that one came: only the list of SMS does.
 */
@NullMarked
package dev.codeport.provider.fivesim;

import org.jspecify.annotations.NullMarked;
