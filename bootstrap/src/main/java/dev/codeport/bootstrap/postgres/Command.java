package dev.codeport.bootstrap.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of the server's programs to its end. */
record Command(Path binaries) {
  private static final int SECONDS = 90;

  record Outcome(int status, String output) {
    Outcome orFail(String what) throws IOException {
      if (status != 0) {
        throw new IOException("the embedded Postgres could not " + what + ":\n" + output.strip());
      }
      return this;
    }
  }

  Outcome run(Path folder, String program, String... arguments) throws IOException {
    var words = new ArrayList<>(asOrdinaryUser());
    words.add(binaries.resolve("bin").resolve(program).toString());
    words.addAll(List.of(arguments));
    // Into a file: the server that pg_ctl starts would hold a pipe open for ever.
    var output = Files.createTempFile(folder, program, ".out");
    try {
      var builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(program + " did not end within " + SECONDS + " seconds");
      }
      return new Outcome(process.exitValue(), Files.readString(output, UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " ran", e);
    } finally {
      Files.delete(output);
    }
  }

  /** Postgres refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> asOrdinaryUser() {
    return ProcessHandle.current().info().user().filter("root"::equals).isPresent()
        ? List.of("unshare", "--user")
        : List.of();
  }
}
