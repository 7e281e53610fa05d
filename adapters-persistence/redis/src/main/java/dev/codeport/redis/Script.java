package dev.codeport.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script, called by its digest; a server that does not know it (a new master, a flush) is
 * told the whole text once.
 *
 * <p>All its keys lie in one slot. In a cluster, be it of one node, Redis 7 and later checks that
 * when the first line is {@code #!lua}; 6.2 takes that line for a mistake, so it is put there by
 * version.
 */
final class Script {
  private static final int CHECKS_KEYS = 7;

  private final Form plain;
  private final Form checked;

  private record Form(String text, String digest) {
    static Form of(String text) {
      return new Form(text, Base16.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private Script(String text) {
    this.plain = Form.of(text);
    this.checked = Form.of("#!lua\n" + text);
  }

  /** The resource of that name beside this class. */
  static Script named(String name) {
    try (var file = Script.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no script " + name);
      }
      return new Script(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script of(String text) {
    return new Script(text);
  }

  /** Runs it and waits for what it returns. */
  Optional<List<Object>> run(Redis redis, List<String> keys, String... arguments) {
    return run(redis, redis.version(), keys, arguments);
  }

  /**
   * @param version the server's, as far as is known
   */
  Optional<List<Object>> run(Redis redis, int version, List<String> keys, String... arguments) {
    var form = version >= CHECKS_KEYS ? checked : plain;
    var names = keys.toArray(String[]::new);
    return redis.ask(keys.getFirst(), commands -> call(commands, form, names, arguments));
  }

  private CompletionStage<List<Object>> call(
      RedisClusterAsyncCommands<String, String> commands,
      Form form,
      String[] keys,
      String[] arguments) {
    return commands
        .<List<Object>>evalsha(form.digest, ScriptOutputType.MULTI, keys, arguments)
        .exceptionallyCompose(
            fault ->
                isUnknown(fault)
                    ? tell(commands, form, keys, arguments)
                    : CompletableFuture.failedStage(fault));
  }

  private CompletionStage<List<Object>> tell(
      RedisClusterAsyncCommands<String, String> commands,
      Form form,
      String[] keys,
      String[] arguments) {
    return commands
        .<List<Object>>eval(form.text, ScriptOutputType.MULTI, keys, arguments)
        .exceptionallyCompose(
            fault ->
                form.equals(checked) && isOlder(fault)
                    ? commands.eval(plain.text, ScriptOutputType.MULTI, keys, arguments)
                    : CompletableFuture.failedStage(fault));
  }

  private static boolean isUnknown(Throwable fault) {
    return cause(fault) instanceof RedisNoScriptException;
  }

  /** In a cluster that is being upgraded one node may be older than the one that was asked. */
  private static boolean isOlder(Throwable fault) {
    return String.valueOf(cause(fault).getMessage()).contains("compiling script");
  }

  private static Throwable cause(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }
}
