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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * A process that loads one version of a file after the other until it is killed. It says {@code
 * ready} once it has a connection, and each version when it is loaded.
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
   * @param args host, port, database, user, CA file, folder of the store, first version; the
   *     password comes by standard input
   */
  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PostgresConnections connections =
        new PostgresConnections(
            new PostgresAddress(args[0], Integer.valueOf(args[1]), args[2]),
            Tls.verifyFull(Path.of(args[4])),
            DatabaseCredentials.fixed(DatabaseSecret.login(args[3], in.readLine())));
    DirectoryObjectStore store = new DirectoryObjectStore(Path.of(args[5]));
    PostgresTableLoader loader = new PostgresTableLoader(connections, store);
    System.out.println("ready");
    for (int version = Integer.parseInt(args[6]); ; version++) {
      loader.load(request(store, version));
      System.out.println(version);
    }
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
