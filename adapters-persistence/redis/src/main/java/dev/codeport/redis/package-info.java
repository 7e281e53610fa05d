/**
 * What nodes share and may lose: stock, limits, windows and the doorbell in Redis, one server or a
 * cluster.
 *
 * <p>Nobody waits long for Redis and nobody fails without it. {@link dev.codeport.redis.Redis}
 * holds one connection for commands and one for what is published; a server that is gone or late is
 * not asked again until a probe was answered in time, and until then each port does what it
 * declares: limiter and window count in this process by a share of the allowance, the stock is what
 * this process heard itself, the doorbell rings here only. Nothing durable lives here.
 *
 * <p>Lua scripts stand beside their classes, as resources of the same package.
 */
@NullMarked
package dev.codeport.redis;

import org.jspecify.annotations.NullMarked;
