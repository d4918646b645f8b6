package dev.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.RawServer;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.s3.S3Clients;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.aws.s3.ScriptedS3;
import dev.ingest.aws.secret.DatabaseCredentials;
import dev.ingest.aws.secret.DatabaseSecret;
import dev.ingest.aws.secret.SecretException;
import dev.ingest.aws.secret.SecretsManagerCredentials;
import dev.ingest.load.LoadException;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.StoreException;
import dev.ingest.testkit.doubles.PostgresDatabase;
import dev.ingest.testkit.doubles.PostgresServer;
import dev.ingest.testkit.doubles.S3Server;
import dev.ingest.testkit.doubles.SecretsServer;
import dev.ingest.testkit.doubles.TestPki;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Every failure of the adapters, with a secret planted wherever one can be: in no message, cause,
 * log line or output is there anything of it.
 */
class NothingSecretIsToldTest {

  private static final String PLANTED = "hunter2PlantedSecret";
  private static final String ID = "db/loader";
  private static final ObjectLocation AT = new ObjectLocation("inbox", "a.xlsx");
  private static final Tls VERIFIED = Tls.verifyFull(TestPki.shared().ca());

  private final SecretsServer secrets = SecretsServer.start();
  private final S3Server s3 = S3Server.start();
  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final List<DynamicTest> failures = new ArrayList<>();

  @BeforeEach
  void createBucket() {
    s3.createBucket("inbox");
  }

  @AfterEach
  void close() {
    secrets.close();
    s3.close();
    database.close();
  }

  /** Else the tests below would pass since nothing is heard. */
  @Test
  void whatIsLoggedAndPrintedIsHeard() {
    try (RecordedLogs logs = new RecordedLogs()) {
      LoggerFactory.getLogger("any").debug("by {}", "slf4j");
      java.util.logging.Logger.getLogger("org.postgresql").finest("by the JDK");
      System.out.println("printed");

      assertThat(logs.details()).contains("slf4j", "by the JDK");
      assertThat(logs.text()).contains("printed").doesNotContain("slf4j");
    }
  }

  @TestFactory
  List<DynamicTest> secretsThatAreNone() {
    for (String json :
        List.of(
            PLANTED,
            "{\"username\": \"u\", \"password\": \"" + PLANTED,
            "[\"" + PLANTED + "\"]",
            "{\"password\": \"" + PLANTED + "\"}",
            "{\"username\": \"" + PLANTED + "\"}",
            login("\"port\": \"" + PLANTED + "\""),
            login("\"port\": 0"),
            login("\"engine\": \"" + PLANTED + "\""),
            login("\"host\": {\"" + PLANTED + "\": 1}"),
            login("\"dbname\": \"\""),
            login("\"host\": \"localhost\"") + PLANTED)) {
      add(
          "secret " + json,
          () -> {
            secrets.put(ID, json);
            credentials(secrets.endpoint()).current();
          });
    }
    return failures;
  }

  @TestFactory
  List<DynamicTest> answersOfTheServiceThatAreNone() {
    String whole =
        "{\"SecretString\": \"{\\\"username\\\": \\\"u\\\", \\\"password\\\": \\\"" + PLANTED;
    addService("an answer that is cut", exchange -> respond(exchange, 200, whole));
    addService("an answer with junk", exchange -> respond(exchange, 200, whole + "\"} }x"));
    addService("the bare secret", exchange -> respond(exchange, 200, PLANTED));
    addService(
        "a number as the secret",
        exchange -> respond(exchange, 200, "{\"SecretString\": {\"" + PLANTED + "\": 1}}"));
    addService(
        "binary that is none",
        exchange -> respond(exchange, 200, "{\"SecretBinary\": \"!" + PLANTED + "\"}"));
    addService("an error that is cut", exchange -> respond(exchange, 400, whole));
    addService(
        "a refusal", exchange -> respond(exchange, 400, "{\"__type\": \"AccessDeniedException\"}"));
    add(
        "no service",
        () -> {
          URI gone;
          try (ScriptedS3 service = ScriptedS3.answering(exchange -> {})) {
            gone = service.endpoint();
          }
          credentials(gone).current();
        });
    return failures;
  }

  @TestFactory
  List<DynamicTest> databasesThatDoNotLetIn() {
    addDatabase("wrong password", "localhost", VERIFIED, PLANTED);
    addDatabase("another authority", "localhost", Tls.verifyFull(), PLANTED);
    addDatabase("another host", "127.0.0.1", VERIFIED, PLANTED);
    addDatabase("no TLS", "localhost", Tls.disabledOnLoopback(), PLANTED);
    addDatabase("no TLS elsewhere", "db.example.com", Tls.disabledOnLoopback(), PLANTED);
    addDatabase("no such host", "no-such-host.invalid", VERIFIED, PLANTED);
    addDatabase(
        "a password that cannot be prepared", "localhost", VERIFIED, PLANTED + "\u0007\uFFFF");
    addDatabase("a password with NUL", "localhost", VERIFIED, PLANTED + "\0");
    addDatabase("a lone surrogate", "localhost", VERIFIED, PLANTED + "\uD800");
    add("the secret's host is none", () -> secretAddress(PLANTED + "?a=b", "x").open());
    add("the secret's database is none", () -> secretAddress("localhost", PLANTED + "/x").open());
    add(
        "a secret that stays wrong",
        () -> {
          secrets.put(ID, login("\"port\": " + database.port()));
          new PostgresConnections(
                  new PostgresAddress("localhost", null, database.name()),
                  VERIFIED,
                  credentials(secrets.endpoint()))
              .open();
        });
    for (String answer : List.of("N", "", "Rubbish", "R\0\0\0\10\0\0\0\3", "E\0\0\0\4")) {
      add(
          "a server that says " + answer.replace('\0', '0'),
          () -> {
            try (RawServer server = RawServer.answering(answer)) {
              connections("localhost", server.port(), Tls.disabledOnLoopback(), PLANTED).open();
            }
          });
    }
    return failures;
  }

  @TestFactory
  List<DynamicTest> stores() {
    add("a wrong signature", () -> reading(s3.endpoint()));
    add("a wrong signature of a write", () -> writing(s3.endpoint()));
    addStore("a refusal", exchange -> respond(exchange, 403, "<Error/>"));
    addStore("rubbish", exchange -> respond(exchange, 500, "Rubbish"));
    addStore("a lost answer", exchange -> {});
    addStore("a short body", exchange -> exchange.sendResponseHeaders(200, 7));
    add(
        "an endpoint with a login",
        () -> S3Settings.defaults().withEndpoint(URI.create("https://u:" + PLANTED + "@host")));
    return failures;
  }

  /**
   * In its debug log the SDK quotes answers that it cannot read: nobody else can keep it from it.
   */
  private void addService(String name, HttpHandler answer) {
    ThrowingCallable action =
        () -> {
          try (ScriptedS3 service = ScriptedS3.answering(answer)) {
            credentials(service.endpoint()).current();
          }
        };
    failures.add(DynamicTest.dynamicTest(name, () -> tellsNothing(action, false)));
  }

  private void addDatabase(String name, String host, Tls tls, String password) {
    add(name, () -> connections(host, database.port(), tls, password).open());
  }

  private void addStore(String name, HttpHandler answer) {
    add(
        name,
        () -> {
          try (ScriptedS3 store = ScriptedS3.answering(answer)) {
            reading(store.endpoint());
          }
        });
  }

  private void add(String name, ThrowingCallable action) {
    failures.add(
        DynamicTest.dynamicTest(name.replace(PLANTED, "…"), () -> tellsNothing(action, true)));
  }

  private static void tellsNothing(ThrowingCallable action, boolean inDetail) {
    try (RecordedLogs logs = new RecordedLogs()) {
      Throwable failure = catchThrowable(action);

      assertThat(failure)
          .isInstanceOfAny(
              SecretException.class,
              LoadException.class,
              StoreException.class,
              IllegalArgumentException.class,
              IOException.class);
      assertThat(told(failure)).doesNotContainIgnoringCase(PLANTED);
      assertThat(logs.text()).doesNotContainIgnoringCase(PLANTED);
      if (inDetail) {
        assertThat(logs.details()).doesNotContainIgnoringCase(PLANTED);
      }
    }
  }

  /** The trace names causes and what was suppressed; of SQL failures there may be a chain. */
  private static String told(Throwable failure) {
    StringBuilder told = new StringBuilder(Throwables.getStackTrace(failure));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      told.append(cause.getLocalizedMessage());
      if (cause instanceof SQLException sql && sql.getNextException() != null) {
        told.append(told(sql.getNextException()));
      }
    }
    return told.toString();
  }

  private void reading(URI endpoint) throws IOException {
    try (S3Client client = S3Clients.of(endpoint, PLANTED);
        InputStream in = new S3ObjectStore(client).read(AT)) {
      in.readAllBytes();
    }
  }

  private void writing(URI endpoint) {
    try (S3Client client = S3Clients.of(endpoint, PLANTED)) {
      new S3ObjectStore(client).write(AT, "text/csv", out -> null);
    }
  }

  private static String login(String more) {
    return "{\"username\": \"loader\", \"password\": \"" + PLANTED + "\", " + more + "}";
  }

  private PostgresConnections secretAddress(String host, String name) {
    return new PostgresConnections(
        PostgresAddress.fromSecret(),
        VERIFIED,
        DatabaseCredentials.fixed(new DatabaseSecret("loader", PLANTED, host, 5432, name)));
  }

  private PostgresConnections connections(String host, int port, Tls tls, String password) {
    return new PostgresConnections(
        new PostgresAddress(host, port, database.name()),
        tls,
        DatabaseCredentials.fixed(DatabaseSecret.login("loader", password)));
  }

  private static DatabaseCredentials credentials(URI endpoint) {
    SecretsManagerClient client =
        SecretsManagerClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", PLANTED)))
            .build();
    return new SecretsManagerCredentials(client, ID);
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
