package dev.ingest.aws.settings;

import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.data.DataWarehouse;
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
    String kind = settings.value("INGEST_TARGET", "postgres", TargetReader::kind);
    return switch (kind) {
      case "rds" -> rds();
      case "redshift" -> redshift();
      case "redshift-data" -> redshiftData();
      default -> postgres();
    };
  }

  private static String kind(String text) {
    return switch (text) {
      case "postgres", "rds", "redshift", "redshift-data" -> text;
      default ->
          throw new IllegalArgumentException("expected " + TARGETS + ", found \"" + text + "\"");
    };
  }

  private Target postgres() {
    refuse(
        "postgres", "INGEST_COPY_ROLE", "INGEST_MANIFESTS", "INGEST_CLUSTER", "INGEST_WORKGROUP");
    return new Target.Postgres(Database.read(settings, Target.Postgres.PORT));
  }

  /** Of the region, the SDK's own variable speaks where nothing else does. */
  private Target rds() {
    refuse("rds", "INGEST_COPY_ROLE", "INGEST_MANIFESTS", "INGEST_CLUSTER", "INGEST_WORKGROUP");
    if (settings.flag("INGEST_GZIP")) {
      settings.mistake(
          "INGEST_GZIP",
          "expected none for the target rds, which takes what is compressed for text");
    }
    Database database = Database.read(settings, Target.Postgres.PORT);
    String name = settings.has("INGEST_S3_REGION") ? "INGEST_S3_REGION" : "AWS_REGION";
    return new Target.Rds(
        database,
        settings.has(name)
            ? settings.value(name, ANY, region -> region)
            : settings.required(
                "INGEST_S3_REGION", "the region of the output bucket", ANY, region -> region));
  }

  private Target redshift() {
    refuse("redshift", "INGEST_CLUSTER", "INGEST_WORKGROUP");
    return new Target.Redshift(Database.read(settings, Target.Redshift.PORT), access());
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

  private Target redshiftData() {
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
    return new Target.RedshiftData(
        warehouse(database, user, user == null ? secret : null), access());
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
