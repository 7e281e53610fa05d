package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code pgbench} on the Postgres under the service: how fast it is with nothing in front of it.
 *
 * @param program its path, or its name where it is on the PATH
 */
record Pgbench(String program, EmbeddedPostgres postgres) {
  /** How often a second so many clients together get through the script. */
  double perSecond(Path script, int clients, Duration duration) throws Exception {
    var command =
        List.of(
            program,
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + clients,
            "-j",
            clients == 1 ? "1" : "2",
            "-T",
            "" + duration.toSeconds(),
            "-f",
            script.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            "" + postgres.port(),
            "-U",
            postgres.user(),
            database());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", postgres.password());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench: " + said);
    }
    return said.lines()
        .filter(line -> line.startsWith("tps = "))
        .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[2]))
        .findFirst()
        .orElseThrow(() -> new IOException("pgbench: " + said));
  }

  private String database() {
    return URI.create(postgres.url().substring("jdbc:".length())).getPath().substring(1);
  }
}
