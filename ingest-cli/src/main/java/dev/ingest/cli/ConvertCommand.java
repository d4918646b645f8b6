package dev.ingest.cli;

import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.workbook.ReadOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest convert}: the rows as CSV, loaded nowhere. */
@Command(
    name = "convert",
    description = "Writes the rows of a workbook as CSV.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  ingest convert examples/metrics.xlsx > metrics.csv",
      "  ingest convert sales.xlsx -p sales.yaml -o sales.csv",
      "  ingest convert s3://bucket/label/file.xlsx -o file.csv --json",
      "  ingest convert file.xlsx -o file.csv --report-dir report",
      "  ingest convert report/annotated.xlsx -o more.csv --only-corrected"
    })
final class ConvertCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      description = "Where to write. Default: standard output, and the report on standard error.")
  private @Nullable Path output;

  @Option(
      names = "--only-corrected",
      description = {
        "Of an annotated workbook that was corrected, take the rows only that were marked."
      })
  private boolean onlyCorrected;

  @Mixin private final PipelineOption pipeline = new PipelineOption();

  @Mixin private final SheetOption sheet = new SheetOption();

  @Mixin private final PasswordOption password = new PasswordOption();

  @Mixin private final ReportOptions reports = new ReportOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return convert(sheet.apply(pipeline.pipeline()));
  }

  private <R> int convert(Pipeline<R> described) {
    OutputFile target = new OutputFile(output);
    Ingestion<R> conversion =
        Ingestion.converting(described, target, OutputFile.BUCKET)
            .withReadOptions(password.with(ReadOptions.defaults()));
    IngestReport report =
        reports
            .recorded(onlyCorrected ? conversion.onlyCorrected() : conversion)
            .run(Source.open(file, null));
    reports.print(report, output == null ? Specs.err(spec) : Specs.out(spec));
    return ExitCode.of(report);
  }
}
