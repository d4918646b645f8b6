package dev.ingest.cli;

import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerQuery;
import dev.ingest.load.TableName;
import dev.ingest.report.RunsJson;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ingest runs}: what was loaded when, from which file into which table. */
@Command(
    name = "runs",
    description = {
      "Lists what was loaded when, from which file into which table, the newest first:",
      "the lines of the ledger, which stands in the database that the rows are in.",
      "\"in\" counts the rows that came, \"out\" those that they replaced. Times are in UTC."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "[show ID]",
    subcommands = RunsShowCommand.class,
    footer = {
      "%nExamples:",
      "  ingest runs",
      "  ingest runs --table metrics --since 7d",
      "  ingest runs --file 'uk/*.xlsx' --limit 100 --secret warehouse",
      "  ingest runs show 20200201T101500Z-1a2b3c4d"
    })
final class RunsCommand implements Callable<Integer> {

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Loads into this table; without a schema, into those of all schemas.")
  private @Nullable String table;

  @Option(
      names = {"--file", "--key"},
      paramLabel = "PATTERN",
      description = {
        "Loads of files whose key is like this: * is any characters, ? is one.",
        "Without a slash it is the name behind the last one."
      })
  private @Nullable String file;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      converter = SinceConverter.class,
      description = "Loads since then: 2020-02-01, 2020-02-01T10:15 (UTC), or 90m, 12h, 7d ago.")
  private @Nullable Instant since;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many. Default: 20.")
  private int limit;

  @Mixin private final HistoryOptions history = new HistoryOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    TableName into = table == null ? null : TableName.parse(table);
    LedgerQuery query = new LedgerQuery(into, file, since, limit);
    List<LedgerEntry> lines = history.ask(spec, all -> all.lines(query)).orElse(List.of());
    PrintWriter out = Specs.out(spec);
    out.println(history.json() ? RunsJson.pretty(lines) : text(lines));
    out.flush();
    return ExitCode.CLEAN;
  }

  private static String text(List<LedgerEntry> lines) {
    return lines.isEmpty() ? "(no runs)" : RunsTable.of(lines, TerminalWidth.columns());
  }
}
