/** The SMSCode API, operation by operation. */
@NullMarked
package dev.codeport.http.facade.smscode;

import org.jspecify.annotations.NullMarked;
