package dev.codeport.bootstrap.command;

import dev.codeport.application.Codeport;
import dev.codeport.bootstrap.config.BadSettings;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.watch.Logging;
import dev.codeport.bootstrap.wiring.Wiring;
import dev.codeport.domain.money.Ledger;
import java.io.IOException;
import java.io.PrintStream;

/** Opens the configured storage for one piece of the operator's work. */
record Office(Terminal terminal) {
  interface Work {
    void with(Codeport codeport, Ledger ledger, PrintStream out);
  }

  int open(SettingsOptions options, Work work) throws IOException {
    var settings = Settings.of(options.load(terminal.environment()), terminal.home());
    Logging.configure(settings.logs().json(), "error");
    try (var wiring = new Wiring(settings)) {
      var codeport = wiring.office();
      work.with(codeport, settings.codeport().ledger(), terminal.out());
      return 0;
    } catch (BadSettings e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }
}
