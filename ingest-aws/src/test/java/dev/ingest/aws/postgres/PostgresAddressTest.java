package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.secret.DatabaseSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  private static final DatabaseSecret FULL =
      new DatabaseSecret("u", "p", "secret.example.com", 5433, "in_secret");
  private static final DatabaseSecret LOGIN = DatabaseSecret.login("u", "p");

  @Test
  void theSecretMayHoldItAll() {
    assertThat(PostgresAddress.fromSecret().url(FULL))
        .isEqualTo("jdbc:postgresql://secret.example.com:5433/in_secret");
  }

  @Test
  void theSettingsWin() {
    assertThat(new PostgresAddress("db.example.com", 5434, "settings").url(FULL))
        .isEqualTo("jdbc:postgresql://db.example.com:5434/settings");
  }

  @Test
  void thePortHasADefault() {
    assertThat(new PostgresAddress("db.example.com", null, "warehouse").url(LOGIN))
        .isEqualTo("jdbc:postgresql://db.example.com:5432/warehouse");
  }

  @Test
  void anAddressOfVersionSixIsBracketed() {
    assertThat(new PostgresAddress("::1", null, "warehouse").url(LOGIN))
        .isEqualTo("jdbc:postgresql://[::1]:5432/warehouse");
  }

  @Test
  void aHostThatNobodySaysIsMissed() {
    assertThatThrownBy(() -> PostgresAddress.fromSecret().host(LOGIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "database host: expected it in the settings or in the secret, found it in neither");
  }

  @Test
  void aNameThatNobodySaysIsMissed() {
    assertThatThrownBy(() -> new PostgresAddress("localhost", null, null).url(LOGIN))
        .hasMessage(
            "database name: expected it in the settings or in the secret, found it in neither");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost/x?sslmode=disable",
        "a,b",
        "user@host",
        "host name",
        "a#b",
        "a&sslfactory=Evil",
        ""
      })
  void aHostThatSmugglesIsRefused(String host) {
    assertThatThrownBy(() -> new PostgresAddress(host, null, null))
        .hasMessage("database host: expected a plain name, found \"%s\"".formatted(host));
    DatabaseSecret secret = new DatabaseSecret("u", "p", host, null, "x");
    assertThatThrownBy(() -> PostgresAddress.fromSecret().host(secret))
        .hasMessage("database host: expected a plain name in the secret, found something else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x?sslmode=disable", "x&y=z", "a/b", "a b", "%3F", ""})
  void aDatabaseThatSmugglesIsRefused(String database) {
    assertThatThrownBy(() -> new PostgresAddress(null, null, database))
        .hasMessage("database name: expected a plain name, found \"%s\"".formatted(database));
    DatabaseSecret secret = new DatabaseSecret("u", "p", "localhost", null, database);
    assertThatThrownBy(() -> PostgresAddress.fromSecret().url(secret))
        .hasMessage("database name: expected a plain name in the secret, found something else");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65_536})
  void aPortThatCannotBeIsRefused(int port) {
    assertThatThrownBy(() -> new PostgresAddress(null, port, null))
        .hasMessage("database port: expected 1 to 65535, found " + port);
  }
}
