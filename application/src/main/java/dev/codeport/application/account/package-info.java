/** Accounts and their keys. */
@NullMarked
package dev.codeport.application.account;

import org.jspecify.annotations.NullMarked;
