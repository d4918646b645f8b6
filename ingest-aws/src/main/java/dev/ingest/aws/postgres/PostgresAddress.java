package dev.ingest.aws.postgres;

import dev.ingest.aws.secret.DatabaseSecret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, as far as it is configured; what is null is taken from the secret.
 *
 * @param host a name or an address
 * @param port null where the secret says, or it is the usual one
 * @param database the database's name
 * @param usualPort if neither says
 */
public record PostgresAddress(
    @Nullable String host, @Nullable Integer port, @Nullable String database, int usualPort) {

  private static final int POSTGRES = 5432;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$.-]{1,63}");

  /** Refuses parts that are no plain names, so that none can smuggle a property into the URL. */
  public PostgresAddress {
    if (host != null) {
      checkConfigured("host", host, HOST);
    }
    if (port != null) {
      checkPort(port);
    }
    checkPort(usualPort);
    if (database != null) {
      checkConfigured("name", database, DATABASE);
    }
  }

  /** An address at which 5432 is the usual port, as it is of PostgreSQL. */
  public PostgresAddress(@Nullable String host, @Nullable Integer port, @Nullable String database) {
    this(host, port, database, POSTGRES);
  }

  /** An address that is all in the secret. */
  public static PostgresAddress fromSecret() {
    return new PostgresAddress(null, null, null);
  }

  /** Returns the host. */
  String host(DatabaseSecret secret) {
    return host != null ? host : checkedOfSecret("host", secret.host(), HOST);
  }

  /** Returns the driver's URL; all of its parts have been checked. */
  String url(DatabaseSecret secret) {
    String host = host(secret);
    String name =
        database != null ? database : checkedOfSecret("name", secret.database(), DATABASE);
    Integer configured = port != null ? port : secret.port();
    return "jdbc:postgresql://%s:%s/%s"
        .formatted(
            host.indexOf(':') >= 0 ? "[" + host + "]" : host,
            configured == null ? usualPort : configured,
            name);
  }

  private static void checkPort(int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("database port: expected 1 to 65535, found " + port);
    }
  }

  private static void checkConfigured(String what, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "database %s: expected a plain name, found \"%s\"".formatted(what, value));
    }
  }

  /** Says nothing of the value, since all that is in a secret may be one. */
  private static String checkedOfSecret(String what, @Nullable String value, Pattern form) {
    if (value == null) {
      throw new IllegalArgumentException(
          "database %s: expected it in the settings or in the secret, found it in neither"
              .formatted(what));
    }
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "database %s: expected a plain name in the secret, found something else".formatted(what));
    }
    return value;
  }
}
