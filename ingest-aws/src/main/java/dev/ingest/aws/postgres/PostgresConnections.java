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

  /** Seconds for a connection and its login. */
  private static final int CONNECT = 10;

  /** The driver's word for no limit, and the most seconds that it can count in milliseconds. */
  private static final int FOREVER = 0;

  private static final int LONGEST = Integer.MAX_VALUE / 1000;

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
    return open(FOREVER);
  }

  /**
   * Opens a connection, which the caller closes, on which no wait for the server is longer than
   * what is left of the caller's time: statements should end before it by themselves, since this
   * breaks the connection.
   *
   * @param within rounded up to seconds
   * @throws LoadException if there is no time, or the database cannot be reached in it or refuses
   *     the login
   * @throws IllegalArgumentException if the settings make no sense
   */
  public Connection open(Duration within) {
    if (within.isNegative() || within.isZero()) {
      throw new LoadException(
          Reason.UNREACHABLE,
          "database: expected time to connect, found none left; give the run more time",
          null);
    }
    return open((int) Math.min(LONGEST, within.plusMillis(999).toSeconds()));
  }

  private Connection open(int seconds) {
    try {
      return openOrRefresh(seconds);
    } catch (SQLException failure) {
      throw SqlFailures.of("database", failure);
    }
  }

  private Connection openOrRefresh(int seconds) throws SQLException {
    DatabaseSecret secret = credentials.current();
    try {
      return connect(secret, seconds);
    } catch (SQLException refused) {
      if (!isWrongPassword(refused)) {
        throw refused;
      }
    }
    return openAfresh(secret, credentials.refreshed(secret), seconds);
  }

  /** A login that is still the same is not tried again: some servers lock a user out. */
  private Connection openAfresh(DatabaseSecret refused, DatabaseSecret fresh, int seconds)
      throws SQLException {
    if (fresh.equals(refused)) {
      throw refused("found it refused");
    }
    try {
      return connect(fresh, seconds);
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

  private Connection connect(DatabaseSecret secret, int seconds) throws SQLException {
    int login = seconds == FOREVER ? CONNECT : Math.min(seconds, CONNECT);
    Properties properties = new Properties();
    PGProperty.USER.set(properties, secret.user());
    PGProperty.PASSWORD.set(properties, secret.password());
    PGProperty.APPLICATION_NAME.set(properties, "ingest");
    PGProperty.CONNECT_TIMEOUT.set(properties, login);
    PGProperty.LOGIN_TIMEOUT.set(properties, login);
    PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
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
