package dev.ingest.cli;

import dev.ingest.load.LedgerRun;
import dev.ingest.report.RunsJson;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest runs show}: one run, what it replaced and what replaced it. */
@Command(
    name = "show",
    description = {
      "Shows one run: which version of which file it loaded, what it did to the table, whose",
      "rows it replaced, and which run has replaced its own since."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  ingest runs show 20200201T101500Z-1a2b3c4d",
      "  ingest runs show 20200201T101500Z-1a2b3c4d --json --secret warehouse"
    })
final class RunsShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The run's id, as \"ingest runs\" lists it.")
  private String id = "";

  @Mixin private final HistoryOptions history = new HistoryOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Optional<LedgerRun> run = history.ask(spec, all -> all.run(id)).flatMap(found -> found);
    if (run.isEmpty()) {
      throw new IllegalArgumentException(
          "run %s: expected it in a ledger of the database, found it in none; \"%s runs\" lists the newest"
              .formatted(id, Main.command()));
    }
    PrintWriter out = Specs.out(spec);
    out.println(history.json() ? RunsJson.pretty(run.get()) : RunText.of(run.get()));
    out.flush();
    return ExitCode.CLEAN;
  }
}
