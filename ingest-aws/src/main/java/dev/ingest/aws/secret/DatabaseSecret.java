package dev.ingest.aws.secret;

import org.jspecify.annotations.Nullable;

/**
 * A login, and the address of the database where the secret holds one.
 *
 * @param user the user's name
 * @param password never printed
 * @param host null where the secret has none, as those that RDS manages
 * @param port null where the secret has none
 * @param database null where the secret has none
 */
public record DatabaseSecret(
    String user,
    String password,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String database) {

  /** Makes a login without an address. */
  public static DatabaseSecret login(String user, String password) {
    return new DatabaseSecret(user, password, null, null, null);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "DatabaseSecret[user=" + user + ", password=(hidden)]";
  }
}
