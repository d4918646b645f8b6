package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.aws.settings.Database;
import dev.ingest.aws.settings.Login;
import dev.ingest.aws.settings.Target;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.load.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaSettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("INGEST_OUTPUT_BUCKET", "outbox", "INGEST_SECRET_ID", "db/loader");

  @Test
  void bucketAndSecretAreEnough() {
    assertThat(LambdaSettings.of(LEAST))
        .isEqualTo(
            new LambdaSettings(
                "outbox",
                new TableName(null, "metrics"),
                new TargetSettings(
                    new Target.Postgres(
                        new Database(
                            PostgresAddress.fromSecret(),
                            Tls.verifyFull(),
                            new Login.OfSecret("db/loader"))),
                    S3Settings.defaults(),
                    false)));
  }

  @Test
  void allCanBeSaid(@TempDir Path folder) throws Exception {
    Path ca = Files.writeString(folder.resolve("rds.pem"), "");

    LambdaSettings settings =
        with(
            Map.of(
                "INGEST_DB_HOST", "db.example.com",
                "INGEST_DB_PORT", "5433",
                "INGEST_DB_NAME", "warehouse",
                "INGEST_TABLE", "staging.metrics",
                "INGEST_TLS", "verify-full",
                "INGEST_CA_FILE", ca.toString()));

    assertThat(settings.table()).isEqualTo(new TableName("staging", "metrics"));
    assertThat(settings.target().target())
        .isEqualTo(
            new Target.Postgres(
                new Database(
                    new PostgresAddress("db.example.com", 5433, "warehouse"),
                    Tls.verifyFull(ca),
                    new Login.OfSecret("db/loader"))));
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(with(Map.of("INGEST_DB_HOST", "", "INGEST_TABLE", " ", "INGEST_DB_PORT", "")))
        .isEqualTo(LambdaSettings.of(LEAST));
  }

  @Test
  void whatIsMissingIsToldAtOnce() {
    assertThatThrownBy(() -> LambdaSettings.of(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            settings: expected the function's environment to be complete, found what follows; correct it
            INGEST_OUTPUT_BUCKET: expected the bucket for the CSV files, found none
            INGEST_SECRET_ID: expected the name or ARN of the database's secret, found none\
            """);
  }

  @Test
  void whatIsWrongIsToldAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "INGEST_OUTPUT_BUCKET", "s3://outbox",
            "INGEST_DB_HOST", "db.example.com/?ssl=false",
            "INGEST_DB_PORT", "postgres",
            "INGEST_DB_NAME", "a b",
            "INGEST_TABLE", "metrics; DROP TABLE x",
            "INGEST_CA_FILE", "/none/ca.pem",
            "INGEST_TLS", "require");

    assertThatThrownBy(() -> LambdaSettings.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            settings: expected the function's environment to be complete, found what follows; correct it
            INGEST_OUTPUT_BUCKET: bucket: expected 2 to 63 letters, digits, dots and dashes, found "s3://outbox"
            INGEST_TABLE: table: expected a name of up to 63 letters, digits and _ $ -, found "metrics; DROP TABLE x"
            INGEST_DB_HOST: database host: expected a plain name, found "db.example.com/?ssl=false"
            INGEST_DB_PORT: expected a port from 1 to 65535, found "postgres"
            INGEST_DB_NAME: database name: expected a plain name, found "a b"
            INGEST_CA_FILE: expected a readable file of PEM certificates, found none at "/none/ca.pem"
            INGEST_TLS: expected verify-full or disable, found "require"
            INGEST_SECRET_ID: expected the name or ARN of the database's secret, found none\
            """);
  }

  private static LambdaSettings with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(LEAST);
    all.putAll(more);
    return LambdaSettings.of(all);
  }
}
