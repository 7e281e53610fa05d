package dev.codeport.bootstrap.command;

import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.watch.Logging;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The whole job once, from an empty machine to a code. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything on embedded defaults, tops up an account, orders a number from a vendor on"
          + " this machine, waits for its SMS, prints the code, and stops.",
      "It has a data folder and a port of its own, so it runs beside serve."
    })
public final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  public DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var config =
        Config.of(
            Optional.empty(),
            Map.of(),
            Map.of(
                "data.folder", ".codeport/demo",
                "storage.binaries", ".codeport/binaries",
                "http.port", "0",
                "sandbox.silent", Demo.QUIET,
                "log.level", "warn"));
    var settings = Settings.of(config, terminal.home());
    Logging.configure(settings.logs().json(), settings.logs().level());
    terminal.out().println("Starting Codeport with a database and two vendors of its own ...");
    try (var wiring = new Wiring(settings)) {
      var closing = new Thread(wiring::close, "drain");
      Runtime.getRuntime().addShutdownHook(closing);
      var service = wiring.service();
      new Demo(terminal.out(), service.url(), wiring.adminKey()).run();
    }
    terminal.out().println("Stopped.");
    return 0;
  }
}
