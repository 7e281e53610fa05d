/**
 * Who may use the service: accounts, their API keys, sessions and bans; and what the operator did.
 */
@NullMarked
package dev.codeport.domain.account;

import org.jspecify.annotations.NullMarked;
