package dev.ingest.cli;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresTableLoader;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.cli.local.LocalDatabase;
import dev.ingest.cli.local.LocalFolder;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.pipeline.Upload;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.ReadOptions;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code ingest load}: workbook in, rows in the table. */
@Command(
    name = "load",
    description = {
      "Loads the rows of a workbook into a table and accounts for every one.",
      "Without a database it starts one of its own, kept under .ingest/ in this folder."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  ingest load examples/metrics.xlsx",
      "  ingest load sales.xlsx -p sales.yaml --table sales",
      "  ingest load sales.xlsx -p sales.yaml --preview",
      "  ingest load s3://uploads/label/file.xlsx --secret warehouse --output-bucket loads"
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "The table. Default: the pipeline's, metrics if none is named.")
  private @Nullable String table;

  @Option(
      names = "--key",
      paramLabel = "LABEL/NAME.xlsx",
      description = "The upload's key. Default: the file's folder and name.")
  private @Nullable String key;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      description = "Load the other rows if at most so many are rejected. Default: the pipeline's, or 0.")
  private @Nullable Long maxRejected;

  @Option(
      names = "--max-rejected-share",
      paramLabel = "SHARE",
      description = "Load the other rows if at most this share is rejected: 0.05 is one of twenty.")
  private @Nullable Double maxRejectedShare;

  @Option(
      names = "--only-corrected",
      description = {
        "Of an annotated workbook that was corrected, take the rows only that were marked, and add",
        "them to the table, which has the others. Once: a second run adds them again."
      })
  private boolean onlyCorrected;

  @Option(
      names = "--output-bucket",
      paramLabel = "NAME",
      description = "The S3 bucket for the CSV. Default: a folder under .ingest/.")
  private @Nullable String outputBucket;

  @Mixin private final GuardOptions guards = new GuardOptions();

  @Mixin private final PipelineOption described = new PipelineOption();

  @Mixin private final SheetOption sheet = new SheetOption();

  @Mixin private final TargetOptions target = new TargetOptions();

  @Mixin private final PasswordOption workbookPassword = new PasswordOption();

  @Mixin private final ReportOptions reports = new ReportOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    return load(pipeline());
  }

  private <R> int load(Pipeline<R> pipeline) throws SQLException {
    Upload upload = Source.open(file, key);
    LocalFolder folder = LocalFolder.here();
    if (outputBucket == null) {
      ObjectStore store = new DirectoryObjectStore(folder.objects());
      return load(pipeline, upload, store, LocalFolder.BUCKET);
    }
    try (S3Client client = AwsClients.s3()) {
      return load(pipeline, upload, new S3ObjectStore(client), outputBucket);
    }
  }

  /** A replace would delete the rows that the earlier round has loaded. */
  private Pipeline<?> pipeline() {
    Pipeline<?> pipeline = sheet.apply(described.pipeline());
    TableName into = table == null ? pipeline.plan().table() : TableName.parse(table);
    return pipeline.withPlan(
        onlyCorrected ? LoadPlan.into(into).append() : PipelineOption.into(into, pipeline.plan()));
  }

  private <R> int load(Pipeline<R> pipeline, Upload upload, ObjectStore store, String bucket)
      throws SQLException {
    if (target.isRemote()) {
      return run(pipeline, upload, store, bucket, target.connections());
    }
    try (LocalDatabase database = LocalDatabase.start(LocalFolder.here(), Specs.err(spec))) {
      try (Connection connection = database.connections().open()) {
        PostgresTables.createIfMissing(connection, pipeline.plan().table(), pipeline.schema());
      }
      int code = run(pipeline, upload, store, bucket, database.connections());
      if (code < ExitCode.REFUSED && !reports.json()) {
        nextSteps(pipeline.plan().table(), database.psql());
      }
      return code;
    }
  }

  private <R> int run(
      Pipeline<R> pipeline,
      Upload upload,
      ObjectStore store,
      String bucket,
      PostgresConnections connections) {
    Ingestion<R> loading =
        Ingestion.loading(pipeline, store, bucket, new PostgresTableLoader(connections, store))
            .withRejectBudget(budget(pipeline))
            .withLoadOptions(guards.options())
            .withReadOptions(workbookPassword.with(ReadOptions.defaults()));
    IngestReport report =
        reports.recorded(onlyCorrected ? loading.onlyCorrected() : loading).run(upload);
    reports.print(report, Specs.out(spec));
    return ExitCode.of(report);
  }

  /** What the options do not say, the pipeline does; a share alone bounds no number. */
  private RejectBudget budget(Pipeline<?> pipeline) {
    if (maxRejected == null && maxRejectedShare == null) {
      return pipeline.rejects() == null ? RejectBudget.none() : pipeline.rejects();
    }
    RejectBudget rows =
        maxRejected == null ? RejectBudget.unlimited() : RejectBudget.of(maxRejected);
    return maxRejectedShare == null ? rows : rows.withShare(maxRejectedShare);
  }

  private void nextSteps(TableName loaded, String psql) {
    PrintWriter out = Specs.out(spec);
    out.println();
    out.println("look      %s sql 'select * from %s'".formatted(Main.command(), loaded));
    out.println("psql      %s sql --serve, then: %s".formatted(Main.command(), psql));
  }
}
