package dev.ingest.cli;

import dev.ingest.aws.ddl.SqlDialect;
import dev.ingest.aws.settings.Settings;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Option;

/** Which database, and by which way; without any of these it is the local one. */
final class TargetOptions {

  /** Kept, or else what is set here would be forgotten. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.jdbc.PgConnection");

  private final SaidSettings said = new SaidSettings(System.getenv());

  @Option(
      names = "--target",
      paramLabel = "WAY",
      description = {
        "postgres: any PostgreSQL, the rows are sent. rds: RDS or Aurora, which import from S3.",
        "redshift: by a connection. redshift-data: by the Data API. local: the database of this folder.",
        "Default: local, or postgres where a database is named."
      })
  void target(String value) {
    said.give("INGEST_TARGET", value);
  }

  @Option(
      names = "--secret",
      paramLabel = "ID",
      description = "The Secrets Manager secret with the login, and the address if it has one.")
  void secret(String value) {
    said.give("INGEST_SECRET_ID", value);
  }

  @Option(names = "--host", paramLabel = "NAME", description = "The database's host.")
  void host(String value) {
    said.give("INGEST_DB_HOST", value);
  }

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The database's port. Default: the secret's, or 5432; of Redshift, 5439.")
  void port(String value) {
    said.give("INGEST_DB_PORT", value);
  }

  @Option(names = "--database", paramLabel = "NAME", description = "The database's name.")
  void database(String value) {
    said.give("INGEST_DB_NAME", value);
  }

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = {
        "The user, where there is no secret; the password is taken from $PGPASSWORD.",
        "For the Data API a user with temporary credentials, who needs none."
      })
  void user(String value) {
    said.give("INGEST_DB_USER", value);
  }

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "The certificates to trust, in PEM form. Default: those of the JDK.")
  void caFile(String value) {
    said.give("INGEST_CA_FILE", value);
  }

  @Option(
      names = "--tls",
      paramLabel = "MODE",
      description = "verify-full (default), or disable for a server on this machine.")
  void tls(String value) {
    said.give("INGEST_TLS", value);
  }

  @Option(
      names = "--workgroup",
      paramLabel = "NAME",
      description = "For the Data API: the serverless workgroup.")
  void workgroup(String value) {
    said.give("INGEST_WORKGROUP", value);
  }

  @Option(names = "--cluster", paramLabel = "ID", description = "For the Data API: the cluster.")
  void cluster(String value) {
    said.give("INGEST_CLUSTER", value);
  }

  /** Returns where further options put what they say. */
  SaidSettings said() {
    return said;
  }

  /** Returns whether a database was named, or a way into one. */
  boolean isRemote() {
    return said.isRemote();
  }

  /** Returns what was said, for those who read it. */
  Settings settings() {
    if (dialect() == SqlDialect.REDSHIFT) {
      DRIVER.setLevel(Level.SEVERE); // it warns of the version that Redshift claims to have
    }
    return said.all();
  }

  /** Returns how the target's statements are written, as far as its name tells. */
  SqlDialect dialect() {
    String target = said.value("INGEST_TARGET");
    return target != null && target.strip().startsWith("redshift")
        ? SqlDialect.REDSHIFT
        : SqlDialect.POSTGRESQL;
  }
}
