/** {@code handler_api.php} as its clients see it. */
@NullMarked
package dev.codeport.http.facade.handlerapi;

import org.jspecify.annotations.NullMarked;
