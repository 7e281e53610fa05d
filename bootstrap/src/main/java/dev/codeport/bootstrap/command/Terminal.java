package dev.codeport.bootstrap.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where commands read and write, and the variables they were started with.
 *
 * @param home the folder against which relative paths of settings count
 */
public record Terminal(
    InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path home) {

  /** The process's own, in UTF-8 whatever the locale says. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        System.getenv(),
        Path.of(System.getProperty("codeport.home", "")).toAbsolutePath());
  }
}
