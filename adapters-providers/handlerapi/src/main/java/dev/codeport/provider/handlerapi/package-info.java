/**
 * The {@code handler_api.php} dialect, first spoken by SMS-Activate and now by dozens of vendors.
 *
 * <p>Which words a vendor uses for countries and services is data: the resources beside {@link
 * dev.codeport.provider.handlerapi.CodeTable}.
 */
@NullMarked
package dev.codeport.provider.handlerapi;

import org.jspecify.annotations.NullMarked;
