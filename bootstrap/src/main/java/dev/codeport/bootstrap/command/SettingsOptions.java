package dev.codeport.bootstrap.command;

import dev.codeport.bootstrap.config.Config;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags by which every command that needs settings takes them. */
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a file of settings; check-config lists every key")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one setting; beats the environment (CODEPORT_HTTP_PORT), which beats the file")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--storage",
      paramLabel = "KIND",
      description = "short for --set storage.kind=KIND: postgres, or memory for a throw-away run")
  private @Nullable String storage;

  Config load(Map<String, String> environment) {
    var flags = new LinkedHashMap<>(set);
    if (storage != null) {
      flags.put("storage.kind", storage);
    }
    return Config.of(Optional.ofNullable(file), environment, flags);
  }
}
