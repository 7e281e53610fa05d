/**
 * The Postgres that comes along: real binaries, unpacked once, beside data that is kept.
 *
 * <pre>
 *   postgres/
 *     data/       the cluster; initdb makes it as data.new/, and it moves here when it is whole
 *     password    of its superuser, for us alone
 *     owner       locked by the process that started the server
 *     log         what the server says
 * </pre>
 *
 * It is as durable as any Postgres. A server that outlived a killed process is stopped in an
 * orderly way and started again. Who comes second on a folder may join the server that runs.
 */
@NullMarked
package dev.codeport.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
