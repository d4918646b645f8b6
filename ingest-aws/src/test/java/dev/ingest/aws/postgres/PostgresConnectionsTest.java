package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.TestPki;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and whom we believe. */
class PostgresConnectionsTest {

  private static final Tls VERIFIED = Tls.verifyFull(TestPki.shared().ca());

  private final PostgresServer server = PostgresServer.shared();
  private final PostgresDatabase database = server.createDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aServerWhoseCertificateTheAuthoritySignedIsTrusted() throws Exception {
    try (Connection connection = connections("localhost", VERIFIED).open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT ssl, application_name, usename FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                    + " WHERE pid = pg_backend_pid()")) {
      row.next();
      assertThat(row.getBoolean(1)).isTrue();
      assertThat(row.getString(2)).isEqualTo("ingest");
      assertThat(row.getString(3)).isEqualTo("loader");
    }
  }

  @Test
  void anotherAuthorityIsNotTrusted() {
    Tls unrelated = Tls.verifyFull(TestPki.shared().unrelatedCa());

    LoadException failure = failure(connections("localhost", unrelated));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessageStartingWith("database: expected the load to succeed, found \"SSL error: ")
        .hasMessageContaining("PKIX path")
        .hasMessageEndingWith("(SQLSTATE 08006); check host, port, TLS and route, and try again");
  }

  @Test
  void theTrustStoreOfTheJdkDoesNotTrustOurAuthority() {
    LoadException failure = failure(connections("localhost", Tls.verifyFull()));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("PKIX path");
  }

  @Test
  void aHostThatTheCertificateDoesNotNameIsRefused() {
    LoadException failure = failure(connections("127.0.0.1", VERIFIED));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("The hostname 127.0.0.1 could not be verified");
  }

  @Test
  void withoutTlsTheServerRefusesTheLogin() {
    LoadException failure = failure(connections("localhost", Tls.disabledOnLoopback()));

    assertThat(failure.reason()).isEqualTo(Reason.LOGIN_REFUSED);
    assertThat(failure).hasMessageContaining("no encryption").hasMessageContaining("28000");
  }

  /** The classic downgrade: somebody between says that there is no TLS. */
  @Test
  void aServerThatOffersNoTlsIsToldNothing() throws Exception {
    try (RawServer server = RawServer.answering("N")) {
      LoadException failure =
          failure(
              new PostgresConnections(
                  new PostgresAddress("localhost", server.port(), "x"),
                  VERIFIED,
                  DatabaseCredentials.fixed(DatabaseSecret.login("u", "hunter2"))));

      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(failure)
          .hasMessage(
              "database: expected the load to succeed, found \"The server does not support SSL.\" (SQLSTATE 08004); check host, port, TLS and route, and try again");
      assertThat(server.received()).hasSize(8); // the request for TLS, and nothing after it
    }
  }

  @Test
  void noOlderTlsIsSpoken() throws Exception {
    Properties trust = new Properties();
    Tls.verifyFull().configure(trust, "localhost");
    Properties file = new Properties();
    VERIFIED.configure(file, "localhost");
    for (Properties properties : List.of(trust, file)) {
      assertThat(properties).containsEntry("sslmode", "verify-full");
      assertThat(properties).containsEntry("sslfactory", ModernSockets.class.getName());
      try (RawServer server = RawServer.answering("");
          Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
          Socket socket =
              new ModernSockets(properties).createSocket(plain, "localhost", server.port(), true)) {
        assertThat(((SSLSocket) socket).getEnabledProtocols())
            .containsExactly("TLSv1.3", "TLSv1.2");
      }
    }
  }

  @Test
  void tlsIsNotOffAcrossANetwork() {
    assertThatThrownBy(connections("db.example.com", Tls.disabledOnLoopback())::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TLS: expected it to be on for the host db.example.com, found it disabled, which is for loopback only; use verify-full");
  }

  @Test
  void aWrongPasswordIsRefusedAndNotTold() {
    DatabaseCredentials wrong =
        DatabaseCredentials.fixed(DatabaseSecret.login(database.user(), "hunter2"));

    LoadException failure = failure(new PostgresConnections(address("localhost"), VERIFIED, wrong));

    assertThat(failure.reason()).isEqualTo(Reason.LOGIN_REFUSED);
    assertThat(failure)
        .hasMessage(
            "database: expected the user and password of the login of the settings to be let in, found it refused (SQLSTATE 28P01); compare them with the database's")
        .extracting(Throwables::getStackTrace)
        .asString()
        .doesNotContain("hunter2");
  }

  @Test
  void noWaitIsLongerThanTheCallersTime() throws Exception {
    try (Connection connection =
        connections("localhost", VERIFIED).open(Duration.ofMillis(41_001))) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(42_000);
    }
    try (Connection connection = connections("localhost", VERIFIED).open()) {
      assertThat(connection.getNetworkTimeout()).isZero();
    }
  }

  @Test
  void withoutTimeNothingIsTried() {
    PostgresConnections connections = connections("localhost", VERIFIED);

    assertThatThrownBy(() -> connections.open(Duration.ZERO))
        .isInstanceOf(LoadException.class)
        .hasMessage("database: expected time to connect, found none left; give the run more time");
  }

  @Test
  void aRotatedPasswordIsFetchedOnce() throws Exception {
    RotatingCredentials credentials = new RotatingCredentials("rotated-away", server.password());

    new PostgresConnections(address("localhost"), VERIFIED, credentials).open().close();

    assertThat(credentials.refreshes).isOne();
  }

  @Test
  void aPasswordThatIsStillWrongIsNotFetchedAgain() {
    RotatingCredentials credentials = new RotatingCredentials("wrong", "wrong as well");

    LoadException failure =
        failure(new PostgresConnections(address("localhost"), VERIFIED, credentials));

    assertThat(failure.reason()).isEqualTo(Reason.LOGIN_REFUSED);
    assertThat(failure)
        .hasMessage(
            "database: expected the user and password of secret db/loader to be let in, found it refused, and so after it was fetched afresh (SQLSTATE 28P01); compare them with the database's");
    assertThat(credentials.refreshes).isOne();
  }

  @Test
  void aFailureOfAnotherKindFetchesNothing() {
    RotatingCredentials credentials = new RotatingCredentials(server.password(), server.password());

    LoadException failure =
        failure(
            new PostgresConnections(
                new PostgresAddress("localhost", database.port(), "none"), VERIFIED, credentials));

    assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(failure)
        .hasMessage(
            "database: expected the load to succeed, found \"database \"none\" does not exist\" (SQLSTATE 3D000); check database, table, columns and rights");
    assertThat(credentials.refreshes).isZero();
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    LoadException failure =
        failure(
            new PostgresConnections(
                new PostgresAddress("localhost", port, "x"),
                VERIFIED,
                DatabaseCredentials.fixed(DatabaseSecret.login("u", "p"))));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessageStartingWith(
            "database: expected the load to succeed, found \"Connection to localhost:%d refused."
                .formatted(port))
        .hasMessageEndingWith(" (SQLSTATE 08001); check host, port, TLS and route, and try again");
  }

  @Test
  void aHostWithoutAnAddressIsNamed() {
    LoadException failure =
        failure(
            new PostgresConnections(
                new PostgresAddress("no-such-host.invalid", 5432, "x"),
                VERIFIED,
                DatabaseCredentials.fixed(DatabaseSecret.login("u", "p"))));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure)
        .hasMessage(
            "database: expected the load to succeed, found \"The connection attempt failed.\" (UnknownHostException: no-such-host.invalid) (SQLSTATE 08001); check host, port, TLS and route, and try again");
  }

  private PostgresConnections connections(String host, Tls tls) {
    return new PostgresConnections(
        address(host),
        tls,
        DatabaseCredentials.fixed(DatabaseSecret.login(database.user(), database.password())));
  }

  private PostgresAddress address(String host) {
    return new PostgresAddress(host, database.port(), database.name());
  }

  private static LoadException failure(PostgresConnections connections) {
    return catchThrowableOfType(LoadException.class, connections::open);
  }

  /** A secret that has been rotated since it was remembered. */
  private static final class RotatingCredentials implements DatabaseCredentials {

    private final String remembered;
    private final String fetched;
    private int refreshes;

    RotatingCredentials(String remembered, String fetched) {
      this.remembered = remembered;
      this.fetched = fetched;
    }

    @Override
    public DatabaseSecret current() {
      return DatabaseSecret.login("loader", remembered);
    }

    @Override
    public DatabaseSecret refreshed() {
      refreshes++;
      return DatabaseSecret.login("loader", fetched);
    }

    @Override
    public String display() {
      return "secret db/loader";
    }
  }
}
