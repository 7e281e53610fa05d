package dev.codeport.http.facade.auth;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.limit.Limit;

/**
 * Whoever has no key is let in to the two routes.
 *
 * @param account for which they act
 * @param sends how often one network address may ask for a code
 * @param checks how often it may check one
 */
public record PublicMode(AccountId account, Limit sends, Limit checks) {}
