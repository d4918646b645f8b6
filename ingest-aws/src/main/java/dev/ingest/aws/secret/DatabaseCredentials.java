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

  /**
   * Returns the login after one was refused: afresh, unless that one is no longer remembered since
   * somebody else was refused as well.
   *
   * @throws SecretException if there is none
   */
  default DatabaseSecret refreshed(DatabaseSecret refused) {
    return refreshed();
  }

  /** Returns what messages call it: where the login is kept, nothing of what it is. */
  default String display() {
    return "the login";
  }

  /** A login that does not change. */
  static DatabaseCredentials fixed(DatabaseSecret secret) {
    return new FixedCredentials(secret);
  }
}
