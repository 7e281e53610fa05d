/**
 * Our own API: what its rooms share, administration, health, metrics, and the doors of the sandbox.
 *
 * <p>An operation for customers is wrapped by {@link dev.codeport.http.api.CustomerGate}, refuses
 * by {@link dev.codeport.http.api.Problem} or by throwing {@code BadInput}, reads its {@link
 * dev.codeport.http.api.RequestKey}, and is in {@code openapi.json}, which a test holds against the
 * routes. A list is answered by {@link dev.codeport.http.api.Pages} and read on by {@link
 * dev.codeport.http.api.Cursor}. Amounts are decimal strings with their currency, times RFC 3339.
 */
@NullMarked
package dev.codeport.http.api;

import org.jspecify.annotations.NullMarked;
