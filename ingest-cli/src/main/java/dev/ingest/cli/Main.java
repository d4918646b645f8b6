package dev.ingest.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code ingest}. */
@Command(
    name = "ingest",
    description = "Takes an Excel workbook to a table, every row and every null accounted for.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all rows are where they belong",
      "1:done, with rejected rows",
      "2:the file was refused; nothing was loaded and nothing deleted",
      "3:the environment failed: database, store, network, disk",
      "64:the command was not understood"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingest load examples/metrics.xlsx",
      "  ingest sql \"select * from metrics\"",
      "  ingest runs",
      "  ingest convert examples/metrics.xlsx -o metrics.csv",
      "  ingest init examples/metrics.xlsx -o metrics.yaml"
    })
public final class Main {

  @CommandLine.Option(
      names = "--debug",
      description = "Print the stack trace of a failure.",
      scope = ScopeType.INHERIT)
  private boolean debug;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Returns how this program was called, for the commands that it proposes. */
  static String command() {
    return System.getProperty("ingest.command", "ingest");
  }

  /**
   * Returns the command that is called: to read the annotations of the others takes time. Where
   * none is, all of them, for the help and for what is said of a mistake.
   */
  private static Collection<Class<?>> commands(String... args) {
    Map<String, Class<?>> all = new LinkedHashMap<>();
    all.put("load", LoadCommand.class);
    all.put("convert", ConvertCommand.class);
    all.put("inspect", InspectCommand.class);
    all.put("explain", ExplainCommand.class);
    all.put("cells", CellsCommand.class);
    all.put("init", InitCommand.class);
    all.put("ddl", DdlCommand.class);
    all.put("sql", SqlCommand.class);
    all.put("runs", RunsCommand.class);
    Class<?> called = args.length == 0 ? null : all.get(args[0]);
    return called == null ? all.values() : List.of(called);
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    commands(args).forEach(line::addSubcommand);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.report(failure, err, main.debug));
    line.setParameterExceptionHandler(Failures::usage);
    return line.execute(args);
  }
}
