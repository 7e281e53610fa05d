/**
 * The SMSCode API, versions 1 and 2: the same operations on the same orders, money in rupiah on the
 * first and in dollars, projected by the rate of the moment, on the second.
 */
@NullMarked
package dev.codeport.http.facade.smscode;

import org.jspecify.annotations.NullMarked;
