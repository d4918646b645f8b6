package dev.ingest.cli;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.aws.secret.SecretsManagerCredentials;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database; without any of these it is the local one. */
final class TargetOptions {

  private static final String PASSWORD_VARIABLE = "PGPASSWORD";

  /** How a connection is protected. */
  enum TlsMode {
    VERIFY_FULL,
    DISABLE
  }

  @Option(
      names = "--secret",
      paramLabel = "ID",
      description = "The Secrets Manager secret with the login, and the address if it has one.")
  private @Nullable String secret;

  @Option(names = "--host", paramLabel = "NAME", description = "The database's host.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "N", description = "The database's port.")
  private @Nullable Integer port;

  @Option(names = "--database", paramLabel = "NAME", description = "The database's name.")
  private @Nullable String database;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The user, where there is no secret; the password is taken from $PGPASSWORD.")
  private @Nullable String user;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "The certificates to trust, in PEM form. Default: those of the JDK.")
  private @Nullable Path caFile;

  @Option(
      names = "--tls",
      paramLabel = "MODE",
      defaultValue = "VERIFY_FULL",
      description = "VERIFY_FULL (default), or DISABLE for a server on this machine.")
  private TlsMode tls = TlsMode.VERIFY_FULL;

  /** Returns whether a database was named. */
  boolean isRemote() {
    return secret != null || host != null || user != null || database != null;
  }

  /** Returns connections to the database that was named. */
  PostgresConnections connections() {
    return new PostgresConnections(
        new PostgresAddress(host, port, database), protection(), credentials());
  }

  private Tls protection() {
    if (tls == TlsMode.DISABLE) {
      return Tls.disabledOnLoopback();
    }
    return caFile == null ? Tls.verifyFull() : Tls.verifyFull(caFile);
  }

  private DatabaseCredentials credentials() {
    if (secret != null) {
      return new SecretsManagerCredentials(AwsClients.secrets(), secret);
    }
    String password = System.getenv(PASSWORD_VARIABLE);
    if (user == null || password == null) {
      throw new IllegalArgumentException(
          "database: expected --secret, or --user with the password in $PGPASSWORD, found neither;"
              + " leave all database options out to load into the local database");
    }
    return DatabaseCredentials.fixed(DatabaseSecret.login(user, password));
  }
}
