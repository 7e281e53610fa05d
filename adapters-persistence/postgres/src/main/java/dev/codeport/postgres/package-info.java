/**
 * Storage in PostgreSQL, the truth that survives.
 *
 * <p>A change goes in as one JSON parameter of one function call ({@code V5__commit.sql}), in
 * autocommit: one round trip, whole or not at all. {@link dev.codeport.postgres.ChangeJson} and its
 * helpers write it, {@link dev.codeport.postgres.Commits} calls and reads refusals; the {@code
 * Postgres…} classes read, each with its SQL; the {@code …Mapper}s turn rows into records. What
 * must not be seen is sealed on the way in and opened on the way out.
 */
@NullMarked
package dev.codeport.postgres;

import org.jspecify.annotations.NullMarked;
