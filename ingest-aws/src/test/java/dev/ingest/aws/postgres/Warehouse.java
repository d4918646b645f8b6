package dev.ingest.aws.postgres;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.TestPki;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database of its own, a store for its files, and the loader between them. */
final class Warehouse implements AutoCloseable {

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final AtomicInteger files = new AtomicInteger();
  private final DirectoryObjectStore store;

  Warehouse(Path folder) {
    this.store = new DirectoryObjectStore(folder);
  }

  PostgresDatabase database() {
    return database;
  }

  PostgresConnections connections() {
    return new PostgresConnections(
        address(),
        Tls.verifyFull(TestPki.shared().ca()),
        DatabaseCredentials.fixed(DatabaseSecret.login(database.user(), database.password())));
  }

  PostgresAddress address() {
    return new PostgresAddress(database.host(), database.port(), database.name());
  }

  PostgresTableLoader loader() {
    return new PostgresTableLoader(connections(), store);
  }

  /** Writes rows as the pipeline does, and loads them. */
  <R extends Record> LoadResult load(LoadPlan plan, Class<R> type, List<R> rows) {
    return loader().load(request(plan, type, rows));
  }

  /** Writes rows as the pipeline does. */
  <R extends Record> LoadRequest request(LoadPlan plan, Class<R> type, List<R> rows) {
    RowSchema<R> schema = RowSchema.of(type);
    ObjectLocation at = new ObjectLocation("files", files.incrementAndGet() + ".csv");
    CsvFormat csv = new CsvFormat();
    store.write(
        at,
        csv.contentType(),
        out -> {
          RowWriter<R> writer = csv.open(schema, out);
          for (R row : rows) {
            writer.write(row);
          }
          writer.finish();
          return rows.size();
        });
    return new LoadRequest(plan, schema, at, csv, scope(plan, schema, rows), rows.size());
  }

  private static <R> ReplaceScope scope(LoadPlan plan, RowSchema<R> schema, List<R> rows) {
    if (!(plan instanceof LoadPlan.ReplacePartition replace)) {
      return ReplaceScope.none();
    }
    int[] indexes = replace.columns().stream().mapToInt(schema::indexOf).toArray();
    Set<List<Object>> keys = new LinkedHashSet<>();
    for (R row : rows) {
      Object[] values = schema.values(row);
      keys.add(Arrays.stream(indexes).mapToObj(index -> values[index]).toList());
    }
    return new ReplaceScope(replace.columns(), List.copyOf(keys));
  }

  /** Runs statements as the owner of the database. */
  void execute(String sql) {
    try (Connection connection = connections().open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  /** Returns the rows of a query, columns joined by {@code |}. */
  List<String> query(String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connections().open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(row.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
    return rows;
  }

  @Override
  public void close() {
    database.close();
  }
}
