package dev.codeport.bootstrap.wiring;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;

/** An account with money in it and a key, for trying things out. */
public record DemoAccount(AccountId id, Secret key) {}
