package dev.codeport.http.facade.twilioverify;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside a page of a list.
 *
 * @param key under which the page's things stand
 * @param page its number from 0
 */
record PageMeta(
    String key,
    String firstPageUrl,
    @Nullable String nextPageUrl,
    @Nullable String previousPageUrl,
    String url,
    long page,
    long pageSize) {}
