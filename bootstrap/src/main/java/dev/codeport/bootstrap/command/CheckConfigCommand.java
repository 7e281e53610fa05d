package dev.codeport.bootstrap.command;

import dev.codeport.bootstrap.config.Setting;
import dev.codeport.bootstrap.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what holds, and why. */
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    description = "Checks the settings and shows the effective ones, secrets masked.")
public final class CheckConfigCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SettingsOptions options = new SettingsOptions();

  public CheckConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var config = options.load(terminal.environment());
    Settings.of(config, terminal.home());
    for (var setting : config.all()) {
      terminal.out().printf("%-44s  # %s%n", line(setting), setting.origin());
    }
    return 0;
  }

  private static String line(Setting setting) {
    return (setting.key() + "=" + setting.shown()).strip();
  }
}
