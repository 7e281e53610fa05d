package dev.codeport.bootstrap.command;

import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.watch.Logging;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs until it is told to stop, and then in an orderly way. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Starts the service and stays up until SIGTERM or Ctrl-C.")
public final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SettingsOptions options = new SettingsOptions();

  public ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.of(options.load(terminal.environment()), terminal.home());
    Logging.configure(settings.logs().json(), settings.logs().level());
    var wiring = new Wiring(settings);
    // Before anything runs: what was opened is closed too when the start itself fails or is ended.
    Runtime.getRuntime().addShutdownHook(new Thread(wiring::close, "drain"));
    var service = wiring.service();
    new Welcome(terminal.out(), settings, service).print();
    new CountDownLatch(1).await();
    return 0;
  }
}
