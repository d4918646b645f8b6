package dev.ingest.aws.postgres;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * A process that loads one version of a file after the other, and says each, until it is killed.
 */
final class LoadingProcess {

  /** Rows of each version. */
  static final int ROWS = 500;

  private static final LoadPlan PLAN =
      LoadPlan.into(TableName.parse("versions")).replacePartition("part");

  /** One row of a version. */
  record Line(String part, int version) {}

  private LoadingProcess() {}

  /**
   * Loads.
   *
   * @param args port, database, folder of the store, first version
   */
  public static void main(String[] args) {
    DirectoryObjectStore store = new DirectoryObjectStore(Path.of(args[2]));
    PostgresTableLoader loader = loader(Integer.parseInt(args[0]), args[1], store);
    for (int version = Integer.parseInt(args[3]); ; version++) {
      loader.load(request(store, version));
      System.out.println(version);
    }
  }

  /** Returns a loader by the way that costs a new process the least time: without TLS. */
  static PostgresTableLoader loader(int port, String database, DirectoryObjectStore store) {
    return new PostgresTableLoader(
        new PostgresConnections(
            new PostgresAddress("127.0.0.1", port, database),
            Tls.disabledOnLoopback(),
            DatabaseCredentials.fixed(DatabaseSecret.login("postgres", "trusted"))),
        store);
  }

  /** Writes a version as a pipeline does. */
  static LoadRequest request(DirectoryObjectStore store, int version) {
    RowSchema<Line> schema = RowSchema.of(Line.class);
    CsvFormat csv = new CsvFormat();
    ObjectLocation at = new ObjectLocation("files", version + ".csv");
    store.write(
        at,
        csv.contentType(),
        out -> {
          var writer = csv.open(schema, out);
          for (int i = 0; i < ROWS; i++) {
            writer.write(new Line("p", version));
          }
          writer.finish();
          return ROWS;
        });
    String sequencer = HexFormat.of().toHexDigits(version);
    LoadOrigin origin = new LoadOrigin("in", "uk/a.xlsx", "v" + version, sequencer, 1, null);
    return new LoadRequest(
            PLAN, schema, at, csv, new ReplaceScope(List.of("part"), List.of(List.of("p"))), ROWS)
        .withIdentity(
            new LoadIdentity(
                "run" + version + "-" + ProcessHandle.current().pid(),
                "versions",
                "s",
                origin,
                "rows of " + version));
  }
}
