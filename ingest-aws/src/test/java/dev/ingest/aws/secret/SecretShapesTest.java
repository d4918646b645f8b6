package dev.ingest.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;

/** What a database secret may look like, and that nothing in it is ever told. */
class SecretShapesTest {

  private static final String PLANTED = "hunter2";

  static Stream<Arguments> sound() {
    return Stream.of(
        arguments(
            "as RDS writes it for a user of its own",
            """
            {"engine": "postgres", "host": "db.example.com", "username": "u", "password": "p",
             "dbname": "warehouse", "port": 5433, "dbInstanceIdentifier": "db-1"}
            """,
            new DatabaseSecret("u", "p", "db.example.com", 5433, "warehouse")),
        arguments(
            "as Redshift writes it",
            """
            {"engine": "redshift", "host": "wh.example.com", "username": "u", "password": "p",
             "dbname": "warehouse", "port": "5439", "dbClusterIdentifier": "wh"}
            """,
            new DatabaseSecret("u", "p", "wh.example.com", 5439, "warehouse")),
        arguments(
            "of Aurora, in other case",
            "{\"engine\": \"Aurora-PostgreSQL\", \"username\": \"u\", \"password\": \"p\"}",
            DatabaseSecret.login("u", "p")),
        arguments(
            "as RDS manages it: login only",
            "{\"username\": \"u\", \"password\": \"p\"}",
            DatabaseSecret.login("u", "p")),
        arguments(
            "port as text",
            "{\"username\": \"u\", \"password\": \"p\", \"port\": \" 5433 \"}",
            new DatabaseSecret("u", "p", null, 5433, null)),
        arguments(
            "nulls",
            "{\"username\": \"u\", \"password\": \"p\", \"host\": null, \"port\": null}",
            DatabaseSecret.login("u", "p")),
        arguments(
            "unknown keys of any type",
            "{\"username\": \"u\", \"password\": \"p\", \"tags\": [1, {\"a\": 2}], \"masterarn\": \"x\"}",
            DatabaseSecret.login("u", "p")),
        arguments(
            "a password like no other",
            "{\"username\": \"ü\", \"password\": \" \\\"'\\\\%$&?=#ü🙂\\t\"}",
            DatabaseSecret.login("ü", " \"'\\%$&?=#ü🙂\t")),
        arguments(
            "a password of digits",
            "{\"username\": \"u\", \"password\": 12345}",
            DatabaseSecret.login("u", "12345")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sound")
  void aSoundSecretIsRead(String name, String json, DatabaseSecret expected) {
    assertThat(credentials(json).current()).isEqualTo(expected);
  }

  @Test
  void aBinarySecretIsText() {
    FakeSecrets binary =
        new FakeSecrets(
            value ->
                value.secretBinary(
                    SdkBytes.fromUtf8String("{\"username\": \"u\", \"password\": \"ü\"}")));

    assertThat(new SecretsManagerCredentials(binary, "db/loader").current())
        .isEqualTo(DatabaseSecret.login("u", "ü"));
  }

  static Stream<Arguments> unsound() {
    String notAnObject =
        "secret db/loader: expected a JSON object with username and password, found something else; store it as key/value pairs";
    return Stream.of(
        arguments("{\"password\": \"hunter2\"}", field("username", "found none")),
        arguments("{\"username\": \"hunter2\"}", field("password", "found none")),
        arguments(
            "{\"username\": null, \"password\": \"hunter2\"}", field("username", "found none")),
        arguments(
            "{\"username\": \"\", \"password\": \"hunter2\"}",
            field("username", "found an empty or nested value")),
        arguments(
            "{\"username\": \"u\", \"password\": {\"old\": \"hunter2\"}}",
            field("password", "found an empty or nested value")),
        arguments(
            "{\"username\": \"u\", \"password\": \"p\", \"host\": [\"hunter2\"]}",
            field("host", "found an empty or nested value")),
        arguments(
            "{\"username\": \"u\", \"password\": \"p\", \"port\": \"hunter2\"}",
            field("port", "found no port number")),
        arguments(
            "{\"username\": \"u\", \"password\": \"hunter2\", \"port\": 65536}",
            field("port", "found no port number")),
        arguments(
            "{\"username\": \"u\", \"password\": \"hunter2\", \"port\": 5432.5}",
            field("port", "found no port number")),
        arguments(
            "{\"username\": \"u\", \"password\": \"hunter2\", \"engine\": \"mysql\"}",
            wrongEngine()),
        arguments(
            "{\"username\": \"u\", \"password\": \"p\", \"engine\": \"hunter2\"}", wrongEngine()),
        arguments("{\"username\": \"u\", \"password\": 1.50}", unquoted("password")),
        arguments("{\"username\": true, \"password\": \"hunter2\"}", unquoted("username")),
        arguments("{\"username\": \"u\", \"password\": \"p\"} hunter2", notAnObject),
        arguments("hunter2", notAnObject),
        arguments("{\"username\": \"u\", \"password\": \"hunter2\"", notAnObject),
        arguments("[\"hunter2\"]", notAnObject),
        arguments("\"hunter2\"", notAnObject),
        arguments("{\"username\": hunter2}", notAnObject),
        arguments("", notAnObject));
  }

  private static String wrongEngine() {
    return "secret db/loader: expected the field \"engine\", if there is one, to name PostgreSQL or Redshift, found another; check which secret is meant";
  }

  private static String unquoted(String field) {
    return "secret db/loader: expected the field \"%s\", found no text; put it in quotes"
        .formatted(field);
  }

  private static String field(String name, String found) {
    return "secret db/loader: expected the field \"%s\", %s; correct the secret"
        .formatted(name, found);
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void anUnsoundSecretIsRefusedWithoutTellingWhatIsInIt(String text, String message) {
    SecretException refusal =
        catchThrowableOfType(SecretException.class, () -> credentials(text).current());

    assertThat(refusal).hasMessage(message).hasNoCause();
    assertThat(message).doesNotContain(PLANTED);
  }

  @Test
  void aSecretWithoutAValueIsRefused() {
    SecretException refusal =
        catchThrowableOfType(
            SecretException.class,
            () ->
                new SecretsManagerCredentials(new FakeSecrets(value -> {}), "db/loader").current());

    assertThat(refusal)
        .hasMessage(
            "secret db/loader: expected a JSON object with username and password, found something else; store it as key/value pairs");
  }

  @Test
  void aSecretDoesNotPrintItsPassword() {
    assertThat(new DatabaseSecret("u", PLANTED, "h", 1, "d"))
        .hasToString("DatabaseSecret[user=u, password=(hidden)]");
    assertThat(DatabaseCredentials.fixed(DatabaseSecret.login("u", PLANTED)).toString())
        .doesNotContain(PLANTED);
  }

  private static DatabaseCredentials credentials(String json) {
    return new SecretsManagerCredentials(
        new FakeSecrets(value -> value.secretString(json)), "db/loader");
  }
}
