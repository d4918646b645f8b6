package dev.ingest.cli;

import dev.ingest.explain.CellExplanation;
import dev.ingest.explain.CellQuestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ExplanationJson;
import dev.ingest.report.ExplanationText;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ingest explain}: why a cell is what it is. */
@Command(
    name = "explain",
    description = {
      "Shows how one cell became what it became: what the file stores, its style, what the reader",
      "makes of it, each step of its column's decoder, and what became of its row."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  ingest explain examples/metrics.xlsx 'data!C3'",
      "  ingest explain sales.xlsx C4 -p sales.yaml --json"
    })
final class ExplainCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Parameters(
      index = "1",
      paramLabel = "CELL",
      description = "data!C4, 'my sheet'!C4, or C4 of the sheet that the pipeline reads.")
  private String address = "";

  @Mixin private final PipelineOption described = new PipelineOption();

  @Mixin private final SheetOption sheet = new SheetOption();

  @Option(
      names = "--key",
      paramLabel = "LABEL/NAME.xlsx",
      description = "The upload's key. Default: the file's folder and name.")
  private @Nullable String key;

  @Option(
      names = "--show-sensitive",
      description = "Show the values of sensitive columns, which are masked else.")
  private boolean showSensitive;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Mixin private final PasswordOption password = new PasswordOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CellQuestion question = CellQuestion.at(address);
    return explain(sheet.apply(described.pipeline()), question);
  }

  private int explain(Pipeline<?> pipeline, CellQuestion question) {
    Upload upload = Source.open(file, key);
    CellQuestion asked = question.withKey(upload.key());
    ReadOptions options = password.with(ReadOptions.defaults()).withLimits(pipeline.limits());
    try (Workbook workbook = Workbook.open(upload.source(), options)) {
      CellExplanation explanation =
          CellExplanation.of(workbook, pipeline, showSensitive ? asked.showingSensitive() : asked);
      PrintWriter out = Specs.out(spec);
      out.println(json ? ExplanationJson.pretty(explanation) : ExplanationText.of(explanation));
      out.flush();
    }
    return ExitCode.CLEAN;
  }
}
