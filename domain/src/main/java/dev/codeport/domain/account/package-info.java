/** Who may use the service: accounts, their API keys, their sessions, their bans. */
@NullMarked
package dev.codeport.domain.account;

import org.jspecify.annotations.NullMarked;
