package dev.ingest.cli;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.Destination;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.settings.Target;
import dev.ingest.aws.settings.TargetSettings;
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
      "  ingest load s3://uploads/label/file.xlsx --secret warehouse --output-bucket loads",
      "  ingest load sales.xlsx --target rds --secret warehouse --output-bucket loads --s3-region eu-west-1",
      "  ingest load sales.xlsx --target redshift --secret warehouse --output-bucket loads --copy-role arn:aws:iam::123456789012:role/copy",
      "  ingest load sales.xlsx --target redshift-data --workgroup analysts --database dev --output-bucket loads --copy-role arn:…",
      "%nEach of these options can be said by the environment, too; the option wins:",
      "  INGEST_TARGET, INGEST_SECRET_ID, INGEST_DB_HOST, …: see docs/aws.md"
    })
final class LoadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|s3://…", description = "The workbook.")
  private String file = "";

  @Option(
      names = "--key",
      paramLabel = "LABEL/NAME.xlsx",
      description = "The upload's key. Default: the file's folder and name.")
  private @Nullable String key;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      description =
          "Load the other rows if at most so many are rejected. Default: the pipeline's, or 0.")
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

  @Mixin private final TableOption table = new TableOption();

  @Mixin private final GuardOptions guards = new GuardOptions();

  @Mixin private final PipelineOption described = new PipelineOption();

  @Mixin private final SheetOption sheet = new SheetOption();

  @Mixin private final TargetOptions target = new TargetOptions();

  @Mixin private final StoreOptions files = new StoreOptions(target);

  @Mixin private final PasswordOption workbookPassword = new PasswordOption();

  @Mixin private final ReportOptions reports = new ReportOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws SQLException {
    return load(pipeline());
  }

  private <R> int load(Pipeline<R> pipeline) throws SQLException {
    LoadSettings settings = files.settings();
    Upload upload = Source.open(file, key, settings.s3());
    if (settings.target() != null) {
      return load(pipeline, upload, settings, settings.target());
    }
    try (LocalDatabase database = LocalDatabase.start(LocalFolder.here(), Specs.err(spec))) {
      try (Connection connection = database.connections().open()) {
        PostgresTables.createIfMissing(connection, pipeline.plan().table(), pipeline.schema());
      }
      int code = load(pipeline, upload, settings, new Target.Postgres(database.database()));
      if (code < ExitCode.REFUSED && !reports.json()) {
        nextSteps(pipeline.plan().table(), database.psql());
      }
      return code;
    }
  }

  /** A replace would delete the rows that the earlier round has loaded. */
  private Pipeline<?> pipeline() {
    Pipeline<?> pipeline = guards.apply(table.apply(sheet.apply(described.pipeline())));
    return onlyCorrected
        ? pipeline.withPlan(LoadPlan.into(pipeline.plan().table()).append())
        : pipeline;
  }

  private <R> int load(Pipeline<R> pipeline, Upload upload, LoadSettings settings, Target into) {
    TargetSettings way = settings.into(into);
    if (settings.bucket() == null) {
      ObjectStore folder = new DirectoryObjectStore(LocalFolder.here().objects());
      return run(pipeline, upload, way, folder, LocalFolder.BUCKET);
    }
    try (S3Client client = AwsClients.s3(way.s3())) {
      ObjectStore store = new S3ObjectStore(client, way.s3());
      return run(pipeline, upload, way, store, settings.bucket());
    }
  }

  private <R> int run(
      Pipeline<R> pipeline, Upload upload, TargetSettings way, ObjectStore store, String bucket) {
    ObjectStore outputs = way.over(store);
    Destination destination = way.destination(outputs);
    Ingestion<R> loading =
        Ingestion.loading(destination.fit(pipeline), outputs, bucket, destination.loader())
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
