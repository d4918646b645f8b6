package dev.ingest.aws.postgres;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.load.LoadException;
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
    try {
      return connect(credentials.current());
    } catch (SQLException refused) {
      if (!WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw refused;
      }
      return connect(credentials.refreshed());
    }
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
