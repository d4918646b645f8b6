package dev.ingest.bench.load;

import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresTableLoader;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.bench.program.ProcSelf;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Upload;
import dev.ingest.report.ReportText;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectStore;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.nio.file.Path;

/** The shipped pipeline, from the workbook to committed rows, ledger and all. */
public final class PipelineLoad {

  private PipelineLoad() {}

  /** Loads the workbook named first into the server on the port named second, by a folder. */
  public static void main(String[] arguments) throws IOException {
    PostgresConnections connections =
        new PostgresConnections(
            new PostgresAddress("127.0.0.1", Integer.parseInt(arguments[1]), MetricsTable.DATABASE),
            Tls.disabledOnLoopback(),
            DatabaseCredentials.fixed(DatabaseSecret.login(MetricsTable.USER, "unasked")));
    ObjectStore store = new DirectoryObjectStore(Path.of(arguments[2]));
    IngestReport report =
        Ingestion.loading(
                MetricsPipeline.into(MetricsPipeline.TABLE),
                store,
                "bench",
                new PostgresTableLoader(connections, store))
            .run(new Upload("bench/workbook.xlsx", WorkbookSource.of(Path.of(arguments[0]))));
    if (report.outcome() != IngestReport.Outcome.LOADED) {
      throw new IOException(ReportText.of(report));
    }
    ProcSelf.print(System.out);
  }
}
