package dev.ingest.aws.settings;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.LoadHistory;
import dev.ingest.aws.ddl.LiveTables;
import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.PostgresTables;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.RedshiftTables;
import dev.ingest.aws.redshift.data.DataWarehouse;
import dev.ingest.aws.redshift.data.RedshiftDataTables;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads where rows go, each way by the settings that it needs. */
final class TargetReader {

  private static final String TARGETS = "postgres, rds, redshift or redshift-data";

  /** Stands for what is missing or wrong, so that the rest is looked at all the same. */
  private static final String ANY = "any";

  private static final CopyAccess ANY_ACCESS = CopyAccess.by("arn:aws:iam::000000000000:role/any");

  private final Settings settings;

  TargetReader(Settings settings) {
    this.settings = settings;
  }

  Target read() {
    return switch (kind()) {
      case "rds" -> rds();
      case "redshift" -> redshift();
      case "redshift-data" -> new Target.RedshiftData(warehouse(), access());
      default -> postgres();
    };
  }

  /** Returns what makes them of that which was read, if all of it is good. */
  Supplier<TargetTables> tables() {
    String kind = kind();
    return switch (kind) {
      case "redshift" -> tables(SqlDialect.REDSHIFT, redshiftDatabase(), RedshiftTables::new);
      case "redshift-data" -> tables(warehouse());
      default -> tables(SqlDialect.POSTGRESQL, postgresDatabase(kind), PostgresTables::new);
    };
  }

  private static Supplier<TargetTables> tables(
      SqlDialect dialect, Database database, Function<PostgresConnections, LiveTables> tables) {
    return () -> new TargetTables(dialect, tables.apply(database.connections()));
  }

  private static Supplier<TargetTables> tables(DataWarehouse warehouse) {
    return () ->
        new TargetTables(
            SqlDialect.REDSHIFT, new RedshiftDataTables(AwsClients.redshiftData(), warehouse));
  }

  /** Returns what makes it of that which was read, if all of it is good. */
  Supplier<LoadHistory> history() {
    String kind = kind();
    if (kind.equals("redshift-data")) {
      settings.mistake(
          "INGEST_TARGET",
          "expected postgres, rds or redshift, found redshift-data; ledgers are read over a connection");
      return () -> {
        throw new IllegalStateException("settings that were refused");
      };
    }
    Database database = kind.equals("redshift") ? redshiftDatabase() : postgresDatabase(kind);
    return () -> new LoadHistory(database.connections());
  }

  private String kind() {
    return settings.value("INGEST_TARGET", "postgres", TargetReader::kind);
  }

  private static String kind(String text) {
    return switch (text) {
      case "postgres", "rds", "redshift", "redshift-data" -> text;
      default ->
          throw new IllegalArgumentException("expected " + TARGETS + ", found \"" + text + "\"");
    };
  }

  private Target postgres() {
    return new Target.Postgres(postgresDatabase("postgres"));
  }

  private Database postgresDatabase(String target) {
    refuse(target, "INGEST_COPY_ROLE", "INGEST_MANIFESTS", "INGEST_CLUSTER", "INGEST_WORKGROUP");
    return Database.read(settings, Target.Postgres.PORT);
  }

  private Target rds() {
    if (settings.flag("INGEST_GZIP")) {
      settings.mistake(
          "INGEST_GZIP",
          "expected none for the target rds, which takes what is compressed for text");
    }
    return new Target.Rds(postgresDatabase("rds"), region());
  }

  /** The SDK's own variable speaks where nothing else does. */
  private String region() {
    return settings.has("INGEST_S3_REGION") || !settings.has("AWS_REGION")
        ? settings.required(
            "INGEST_S3_REGION", "the region of the output bucket", ANY, region -> region)
        : settings.value("AWS_REGION", ANY, region -> region);
  }

  private Target redshift() {
    return new Target.Redshift(redshiftDatabase(), access());
  }

  private Database redshiftDatabase() {
    refuse("redshift", "INGEST_CLUSTER", "INGEST_WORKGROUP");
    return Database.read(settings, Target.Redshift.PORT);
  }

  private CopyAccess access() {
    String role =
        settings.required(
            "INGEST_COPY_ROLE",
            "the ARN of the role by which Redshift reads the output bucket",
            ANY_ACCESS.role(),
            arn -> CopyAccess.by(arn).role());
    String region =
        settings.optional("INGEST_S3_REGION", name -> ANY_ACCESS.inRegion(name).region());
    String manifests =
        settings.value(
            "INGEST_MANIFESTS",
            CopyAccess.MANIFESTS,
            prefix -> new CopyAccess(ANY_ACCESS.role(), null, prefix).manifests());
    return new CopyAccess(role, region, manifests);
  }

  private DataWarehouse warehouse() {
    refuse("redshift-data", "INGEST_DB_HOST", "INGEST_DB_PORT", "INGEST_CA_FILE", "INGEST_TLS");
    String database =
        settings.required(
            "INGEST_DB_NAME",
            "the database's name",
            ANY,
            name -> DataWarehouse.workgroup(ANY, name).database());
    String user =
        settings.optional("INGEST_DB_USER", name -> DataWarehouse.cluster(ANY, ANY, name).user());
    String secret =
        settings.optional(
            "INGEST_SECRET_ID", arn -> DataWarehouse.workgroup(ANY, ANY).withSecret(arn).secret());
    if (user != null && secret != null) {
      settings.mistake("INGEST_DB_USER", "expected a user or a secret, found both");
    }
    return warehouse(database, user, user == null ? secret : null);
  }

  private DataWarehouse warehouse(String database, @Nullable String user, @Nullable String secret) {
    String workgroup =
        settings.optional(
            "INGEST_WORKGROUP", name -> DataWarehouse.workgroup(name, ANY).workgroup());
    String cluster =
        settings.optional(
            "INGEST_CLUSTER", name -> DataWarehouse.cluster(name, ANY, ANY).cluster());
    boolean both = settings.has("INGEST_WORKGROUP") && settings.has("INGEST_CLUSTER");
    boolean neither = !settings.has("INGEST_WORKGROUP") && !settings.has("INGEST_CLUSTER");
    if (both || neither) {
      settings.mistake(
          "INGEST_WORKGROUP",
          "expected it, or %s for a cluster, found %s"
              .formatted(settings.label("INGEST_CLUSTER"), both ? "both" : "neither"));
    }
    return cluster != null && workgroup == null
        ? new DataWarehouse(null, cluster, database, user, secret)
        : new DataWarehouse(workgroup == null ? ANY : workgroup, null, database, user, secret);
  }

  private void refuse(String target, String... names) {
    settings.refuse("for the target " + target, names);
  }
}
