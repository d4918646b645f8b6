package dev.ingest.aws.secret;

/** See {@link DatabaseCredentials#fixed}. */
record FixedCredentials(DatabaseSecret secret) implements DatabaseCredentials {

  @Override
  public DatabaseSecret current() {
    return secret;
  }

  @Override
  public DatabaseSecret refreshed() {
    return secret;
  }

  @Override
  public String display() {
    return "the login of the settings";
  }
}
