package dev.codeport.provider.kit;

import dev.codeport.domain.catalog.Atlas;
import java.time.InstantSource;
import okhttp3.OkHttpClient;

/**
 * What every vendor adapter is given.
 *
 * @param client the process's one client, made by {@link Upstream#client}
 */
public record Surroundings(Atlas atlas, InstantSource clock, OkHttpClient client) {}
