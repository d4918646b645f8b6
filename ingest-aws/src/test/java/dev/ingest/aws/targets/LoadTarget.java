package dev.ingest.aws.targets;

import dev.ingest.aws.LoadHistory;
import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresSessions;
import dev.ingest.aws.postgres.PostgresTableLoader;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.RedshiftCsv;
import dev.ingest.aws.redshift.RedshiftSessions;
import dev.ingest.aws.redshift.RedshiftTableLoader;
import dev.ingest.aws.redshift.RedshiftTables;
import dev.ingest.aws.redshift.data.DataSessions;
import dev.ingest.aws.redshift.data.DataWarehouse;
import dev.ingest.aws.redshift.data.RedshiftDataTables;
import dev.ingest.aws.s3.S3Clients;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.format.CsvFormat;
import dev.ingest.format.RowFormat;
import dev.ingest.format.RowWriter;
import dev.ingest.load.LoadDatabase;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableLoader;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.testkit.doubles.AwsS3Extension;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.TestPki;
import dev.ingest.testkit.doubles.redshift.RedshiftDataApi;
import dev.ingest.testkit.doubles.redshift.RedshiftServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An empty database of its own, a bucket for its files, and the loader between them. */
final class LoadTarget implements AutoCloseable {

  /** Each way into a table. */
  enum Kind {
    POSTGRES,
    RDS,
    REDSHIFT,
    DATA_API;

    boolean isRedshift() {
      return this == REDSHIFT || this == DATA_API;
    }
  }

  private static final ExecutionInterceptor NOTHING = new ExecutionInterceptor() {};

  static final String BUCKET = "files";
  static final String ROLE = "arn:aws:iam::123456789012:role/copy";

  private final Kind kind;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final AtomicInteger files = new AtomicInteger();
  private final S3Server s3;
  private final ObjectStore store;
  private final String host;
  private final int port;
  private final String database;
  private final DatabaseCredentials credentials;
  private final @Nullable PostgresDatabase server;
  private final @Nullable RedshiftServer redshift;
  private final @Nullable RedshiftDataApi api;

  LoadTarget(Kind kind) {
    this.kind = kind;
    this.s3 = opened(S3Server.start());
    s3.createBucket(BUCKET);
    S3Client client = opened(S3Clients.of(s3.endpoint()));
    this.store = new S3ObjectStore(client);
    if (kind.isRedshift()) {
      RedshiftServer started = opened(RedshiftServer.start(s3));
      this.server = null;
      this.redshift = started;
      this.api = kind == Kind.DATA_API ? opened(RedshiftDataApi.before(started)) : null;
      this.host = started.host();
      this.port = started.port();
      this.database = started.database();
      this.credentials = login(started.user(), started.password());
    } else {
      PostgresDatabase made = opened(PostgresServer.shared().createDatabase());
      this.server = made;
      this.redshift = null;
      this.api = null;
      this.host = made.host();
      this.port = made.port();
      this.database = made.name();
      this.credentials = login(made.user(), made.password());
      if (kind == Kind.RDS) {
        install(made);
      }
    }
  }

  private void install(PostgresDatabase server) {
    try {
      AwsS3Extension.install(server, s3);
    } catch (SQLException failure) {
      throw new AssertionError("aws_s3", failure);
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  private static DatabaseCredentials login(String user, String password) {
    return DatabaseCredentials.fixed(DatabaseSecret.login(user, password));
  }

  Kind kind() {
    return kind;
  }

  S3Server s3() {
    return s3;
  }

  RedshiftServer redshift() {
    if (redshift == null) {
      throw new IllegalStateException("expected Redshift, found " + kind);
    }
    return redshift;
  }

  RedshiftDataApi api() {
    if (api == null) {
      throw new IllegalStateException("expected the Data API, found " + kind);
    }
    return api;
  }

  ObjectStore store() {
    return store;
  }

  int port() {
    return port;
  }

  TableLoader loader() {
    return loaderThrough(port);
  }

  /** Returns what the ledgers of the database tell. */
  LoadHistory history() {
    return new LoadHistory(connections(port));
  }

  /** Returns a loader that has the server import the files, whether it can or not. */
  TableLoader importingLoader() {
    return PostgresTableLoader.importing(connections(port), "eu-west-1");
  }

  /** Returns a loader that connects to a port before the server. */
  TableLoader loaderThrough(int other) {
    return switch (kind) {
      case POSTGRES -> new PostgresTableLoader(connections(other), store);
      case RDS -> PostgresTableLoader.importing(connections(other), "eu-west-1");
      case REDSHIFT -> new RedshiftTableLoader(connections(other), store, CopyAccess.by(ROLE));
      case DATA_API -> loaderThrough(NOTHING);
    };
  }

  /** Returns a loader by the Data API whose requests somebody else sees. */
  TableLoader loaderThrough(ExecutionInterceptor interceptor) {
    return DataSessions.loader(client(interceptor), warehouse(), store, CopyAccess.by(ROLE));
  }

  private DataWarehouse warehouse() {
    return DataWarehouse.cluster("test", database, "loader");
  }

  /** Returns the tables, by the same way as the loader's. */
  LiveTables tables() {
    return switch (kind) {
      case POSTGRES, RDS -> new PostgresTables(connections(port));
      case REDSHIFT -> new RedshiftTables(connections(port));
      case DATA_API -> new RedshiftDataTables(client(NOTHING), warehouse());
    };
  }

  /** Returns what the loader is made of. Handshakes would take most of the time of many loads. */
  LoadDatabase sessions() {
    PostgresConnections plain =
        new PostgresConnections(
            new PostgresAddress("127.0.0.1", port, database),
            Tls.disabledOnLoopback(),
            login("postgres", "trusted"));
    return switch (kind) {
      case POSTGRES -> PostgresSessions.sending(plain, store);
      case RDS -> PostgresSessions.importing(plain, "eu-west-1");
      case REDSHIFT -> RedshiftSessions.of(plain, store, CopyAccess.by(ROLE));
      case DATA_API -> DataSessions.of(client(NOTHING), warehouse(), store, CopyAccess.by(ROLE));
    };
  }

  /** Connects to the database as its administrator, past all doubles. */
  Connection behind() throws SQLException {
    return server == null ? redshift().connectBehind() : server.connectAsAdmin();
  }

  private RedshiftDataClient client(ExecutionInterceptor interceptor) {
    return opened(
        RedshiftDataClient.builder()
            .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
            .endpointOverride(api().endpoint())
            .region(Region.EU_WEST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build());
  }

  private PostgresConnections connections(int other) {
    return new PostgresConnections(
        new PostgresAddress(host, other, database),
        Tls.verifyFull(TestPki.shared().ca()),
        credentials);
  }

  RowFormat format() {
    return kind.isRedshift() ? new RedshiftCsv() : new CsvFormat();
  }

  /** Returns the type of a column for texts of any length that the database takes. */
  String textType() {
    return kind.isRedshift() ? "varchar(65535)" : "text";
  }

  /** Writes rows as the pipeline does, and returns what loads them. */
  <R extends Record> LoadRequest request(LoadPlan plan, Class<R> type, List<R> rows) {
    RowSchema<R> schema = RowSchema.of(type);
    return request(plan, type, rows, scope(plan, schema, rows));
  }

  <R extends Record> LoadRequest request(
      LoadPlan plan, Class<R> type, List<R> rows, ReplaceScope scope) {
    RowSchema<R> schema = RowSchema.of(type);
    ObjectLocation at = new ObjectLocation(BUCKET, "o'out/" + files.incrementAndGet() + ".csv");
    store.write(
        at,
        format().contentType(),
        out -> {
          RowWriter<R> writer = format().open(schema, out);
          for (R row : rows) {
            writer.write(row);
          }
          writer.finish();
          return rows.size();
        });
    return new LoadRequest(plan, schema, at, format(), scope, rows.size());
  }

  private static <R> ReplaceScope scope(LoadPlan plan, RowSchema<R> schema, List<R> rows) {
    if (!(plan instanceof LoadPlan.ReplacePartition replace)) {
      return ReplaceScope.none();
    }
    Set<List<Object>> keys = new LinkedHashSet<>();
    for (R row : rows) {
      Object[] values = schema.values(row);
      keys.add(replace.columns().stream().map(column -> values[schema.indexOf(column)]).toList());
    }
    return new ReplaceScope(replace.columns(), List.copyOf(keys));
  }

  /** Runs a statement as the role of the loader. */
  void execute(String sql) {
    try (Connection connection = connections(port).open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
  }

  /** Returns the rows of a query, a list of texts for each. */
  List<List<@Nullable String>> rows(String sql) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (Connection connection = connections(port).open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(row.getString(i));
        }
        rows.add(values);
      }
    } catch (SQLException failure) {
      throw new AssertionError(sql, failure);
    }
    return rows;
  }

  /** Returns the rows of a query, their columns joined by {@code |}. */
  List<String> query(String sql) {
    return rows(sql).stream()
        .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
        .toList();
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception failure) {
        throw new AssertionError("closing " + each, failure);
      }
    }
  }
}
