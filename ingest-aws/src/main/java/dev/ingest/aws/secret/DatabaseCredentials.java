package dev.ingest.aws.secret;

/** Where a database login comes from. Thread-safe. */
public interface DatabaseCredentials {

  /**
   * Returns the login, which may be remembered.
   *
   * @throws SecretException if there is none
   */
  DatabaseSecret current();

  /**
   * Returns the login afresh, after {@link #current()} was refused: it may have been rotated.
   *
   * @throws SecretException if there is none
   */
  DatabaseSecret refreshed();

  /** A login that does not change. */
  static DatabaseCredentials fixed(DatabaseSecret secret) {
    return new FixedCredentials(secret);
  }
}
