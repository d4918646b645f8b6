package dev.ingest.aws.postgres;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections. A refused login is tried once more with the secret fetched afresh. */
public final class PostgresConnections {

  private static final String WRONG_PASSWORD = "28P01";
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final PostgresAddress address;
  private final Tls tls;
  private final DatabaseCredentials credentials;
  private final Driver driver = new Driver();

  /** Makes connections to one database; nothing is opened yet. */
  public PostgresConnections(PostgresAddress address, Tls tls, DatabaseCredentials credentials) {
    this.address = address;
    this.tls = tls;
    this.credentials = credentials;
  }

  /**
   * Opens a connection, which the caller closes.
   *
   * @throws LoadException if the database cannot be reached or refuses the login
   * @throws IllegalArgumentException if the settings make no sense
   */
  public Connection open() {
    try {
      return openOrRefresh();
    } catch (SQLException failure) {
      throw SqlFailures.of("database", failure);
    }
  }

  private Connection openOrRefresh() throws SQLException {
    DatabaseSecret secret = credentials.current();
    try {
      return connect(secret);
    } catch (SQLException refused) {
      if (!isWrongPassword(refused)) {
        throw refused;
      }
    }
    return openAfresh(secret, credentials.refreshed(secret));
  }

  /** A login that is still the same is not tried again: some servers lock a user out. */
  private Connection openAfresh(DatabaseSecret refused, DatabaseSecret fresh) throws SQLException {
    if (fresh.equals(refused)) {
      throw refused("found it refused");
    }
    try {
      return connect(fresh);
    } catch (SQLException again) {
      if (isWrongPassword(again)) {
        throw refused("found it refused, and so after it was fetched afresh");
      }
      throw again;
    }
  }

  private static boolean isWrongPassword(SQLException failure) {
    return WRONG_PASSWORD.equals(failure.getSQLState());
  }

  private LoadException refused(String found) {
    return new LoadException(
        Reason.LOGIN_REFUSED,
        "database: expected the user and password of %s to be let in, %s (SQLSTATE %s); compare them with the database's"
            .formatted(credentials.display(), found, WRONG_PASSWORD),
        null);
  }

  private Connection connect(DatabaseSecret secret) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, secret.user());
    PGProperty.PASSWORD.set(properties, secret.password());
    PGProperty.APPLICATION_NAME.set(properties, "ingest");
    PGProperty.CONNECT_TIMEOUT.set(properties, (int) CONNECT.toSeconds());
    PGProperty.LOGIN_TIMEOUT.set(properties, (int) CONNECT.toSeconds());
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false); // it may hold a whole row
    tls.configure(properties, address.host(secret));
    Connection connection = driver.connect(address.url(secret), properties);
    if (connection == null) {
      throw new SQLException("the driver does not take its own URL");
    }
    return connection;
  }
}
