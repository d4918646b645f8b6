package dev.ingest.aws.settings;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.aws.secret.SecretsManagerCredentials;

/** As whom a database is used. */
public sealed interface Login {

  /** Returns the login, which is fetched when it is first needed. */
  DatabaseCredentials credentials();

  /**
   * A login that Secrets Manager keeps.
   *
   * @param id the secret's name or ARN
   */
  record OfSecret(String id) implements Login {

    @Override
    public DatabaseCredentials credentials() {
      return new SecretsManagerCredentials(AwsClients.secrets(), id);
    }
  }

  /** A login that was said outright. */
  record OfUser(String user, String password) implements Login {

    @Override
    public DatabaseCredentials credentials() {
      return DatabaseCredentials.fixed(DatabaseSecret.login(user, password));
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
      return "OfUser[user=" + user + ", password=(hidden)]";
    }
  }

  /** Reads {@code INGEST_DB_USER} and its password, else {@code INGEST_SECRET_ID}. */
  static Login read(Settings settings) {
    if (!settings.has("INGEST_DB_USER")) {
      return new OfSecret(
          settings.required(
              "INGEST_SECRET_ID", "the name or ARN of the database's secret", "any", id -> id));
    }
    settings.refuse("beside " + settings.label("INGEST_DB_USER"), "INGEST_SECRET_ID");
    return new OfUser(
        settings.value("INGEST_DB_USER", "any", name -> name),
        settings.required("PGPASSWORD", "the user's password", "any", password -> password));
  }
}
