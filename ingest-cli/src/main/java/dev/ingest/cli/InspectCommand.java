package dev.ingest.cli;

import dev.ingest.inspect.Inspection;
import dev.ingest.report.InspectionJson;
import dev.ingest.report.InspectionText;
import dev.ingest.workbook.ReadOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest inspect}: what is in a workbook. */
@Command(
    name = "inspect",
    description = {
      "Shows what is in a workbook: sheets with their true extents, headers, tables, names.",
      "All of it is read, so that what is damaged is found."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"%nExample:", "  ingest inspect examples/metrics.xlsx"})
final class InspectCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Option(
      names = "--password",
      paramLabel = "P",
      description = "The password of an encrypted workbook.")
  private @Nullable String password;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    ReadOptions options = ReadOptions.defaults();
    Inspection inspection =
        Inspection.of(
            Source.open(file, null).source(),
            password == null ? options : options.withPassword(password));
    PrintWriter out = Specs.out(spec);
    out.println(json ? InspectionJson.pretty(inspection) : InspectionText.of(inspection));
    out.flush();
    return ExitCode.CLEAN;
  }
}
