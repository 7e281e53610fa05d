package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codeport.bootstrap.command.AdminCommand;
import dev.codeport.bootstrap.command.CatalogCommand;
import dev.codeport.bootstrap.command.CheckConfigCommand;
import dev.codeport.bootstrap.command.DemoCommand;
import dev.codeport.bootstrap.command.ExtractCommand;
import dev.codeport.bootstrap.command.Refused;
import dev.codeport.bootstrap.command.ServeCommand;
import dev.codeport.bootstrap.command.Terminal;
import dev.codeport.bootstrap.command.VendorsCommand;
import dev.codeport.bootstrap.config.BadSettings;
import dev.codeport.bootstrap.watch.Logging;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code codeport}. */
@Command(
    name = "codeport",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Phone verification in both directions, self-hosted.",
    footer = {"", "codeport COMMAND --help tells more about a command."})
public final class Main {
  public static void main(String[] arguments) {
    Logging.configure(false, "error");
    System.exit(commands(Terminal.ofProcess()).execute(arguments));
  }

  /** All commands; their errors are one line each, never a stack trace for a wrong setting. */
  static CommandLine commands(Terminal terminal) {
    var line =
        new CommandLine(new Main())
            .addSubcommand("serve", new ServeCommand(terminal))
            .addSubcommand("demo", new DemoCommand(terminal))
            .addSubcommand("admin", AdminCommand.over(terminal))
            .addSubcommand("vendors", new VendorsCommand(terminal))
            .addSubcommand("catalog", CatalogCommand.over(terminal))
            .addSubcommand("extract", new ExtractCommand(terminal))
            .addSubcommand("check-config", new CheckConfigCommand(terminal))
            .addSubcommand("help", new CommandLine.HelpCommand());
    line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setParameterExceptionHandler(Main::explainUse);
    line.setExecutionExceptionHandler(Main::explainFailure);
    return line;
  }

  private static int explainUse(ParameterException wrong, String[] arguments) {
    var line = wrong.getCommandLine();
    line.getErr().println("codeport: " + firstLine(wrong));
    UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
    line.getErr().println("try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int explainFailure(
      Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    if (failure instanceof BadSettings bad) {
      bad.lines().forEach(each -> line.getErr().println("codeport: " + each));
      return ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof Refused) {
      line.getErr().println("codeport: " + failure.getMessage());
      return ExitCode.SOFTWARE;
    }
    failure.printStackTrace(line.getErr());
    return ExitCode.SOFTWARE;
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"codeport " + (version == null ? "(from sources)" : version)};
    }
  }
}
