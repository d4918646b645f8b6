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
import java.util.List;
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
                List.of(),
                List.of(),
                new TableName(null, "metrics"),
                new TargetSettings(
                    new Target.Postgres(
                        new Database(
                            PostgresAddress.fromSecret(),
                            Tls.verifyFull(),
                            new Login.OfSecret("db/loader"))),
                    S3Settings.defaults(),
                    false),
                "results/{label}/{run}/{name}",
                null,
                null,
                "Ingest",
                null));
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
  void whatGoesWhereBesideTheRowsCanBeSaid() {
    LambdaSettings settings =
        with(
            Map.of(
                "INGEST_INPUT_BUCKETS", "inbox, mail,",
                "INGEST_RESULTS", "runs/of",
                "INGEST_NOTIFY_TOPIC", "arn:aws:sns:eu-west-1:123456789012:runs",
                "INGEST_NOTIFY_BUS", "runs",
                "INGEST_METRICS", "Warehouse/Ingest",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"));

    assertThat(settings.inputBuckets()).containsExactly("inbox", "mail");
    assertThat(settings.results()).isEqualTo("runs/of/{label}/{run}/{name}");
    assertThat(settings.topic()).isEqualTo("arn:aws:sns:eu-west-1:123456789012:runs");
    assertThat(settings.bus()).isEqualTo("runs");
    assertThat(settings.namespace()).isEqualTo("Warehouse/Ingest");
    assertThat(settings.memory()).isEqualTo(512);
  }

  @Test
  void resultsAndMetricsMayBeLeftOut() {
    LambdaSettings settings = with(Map.of("INGEST_RESULTS", "none", "INGEST_METRICS", "none"));

    assertThat(settings.results()).isNull();
    assertThat(settings.namespace()).isNull();
  }

  @Test
  void pipelinesMayBeNamedOrBundled(@TempDir Path root) throws Exception {
    Map<String, String> lambda = Map.of("LAMBDA_TASK_ROOT", root.toString());
    assertThat(with(lambda).pipelines()).isEmpty();

    Path bundled = Files.createDirectory(root.resolve("pipelines"));
    assertThat(with(lambda).pipelines()).containsExactly(bundled.toString());

    Map<String, String> named =
        Map.of(
            "LAMBDA_TASK_ROOT", root.toString(), "INGEST_PIPELINES", "s3://config/p/, extra.yaml");
    assertThat(with(named).pipelines()).containsExactly("s3://config/p/", "extra.yaml");
  }

  @Test
  void whereFilesNameTheirTablesNoOtherIsSaid() {
    assertThatThrownBy(
            () -> with(Map.of("INGEST_PIPELINES", "s3://config/", "INGEST_TABLE", "metrics")))
        .hasMessage(
            """
            settings: expected the function's environment to be complete, found what follows; correct it
            INGEST_PIPELINES: key: expected 1 to 1024 bytes in UTF-8, found 0\
            """);
    assertThatThrownBy(
            () -> with(Map.of("INGEST_PIPELINES", "s3://config/p/", "INGEST_TABLE", "metrics")))
        .hasMessage(
            """
            settings: expected the function's environment to be complete, found what follows; correct it
            INGEST_TABLE: expected none where the files of pipelines name their tables, found one; leave it out\
            """);
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
            "INGEST_INPUT_BUCKETS", "inbox,in box",
            "INGEST_RESULTS", "/results",
            "INGEST_NOTIFY_TOPIC", "runs");

    assertThatThrownBy(() -> LambdaSettings.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            settings: expected the function's environment to be complete, found what follows; correct it
            INGEST_OUTPUT_BUCKET: bucket: expected 2 to 63 letters, digits, dots and dashes, found "s3://outbox"
            INGEST_INPUT_BUCKETS: bucket: expected 2 to 63 letters, digits, dots and dashes, found "in box"
            INGEST_TABLE: table: expected a name of up to 63 letters, digits and _ $ -, found "metrics; DROP TABLE x"
            INGEST_DB_HOST: database host: expected a plain name, found "db.example.com/?ssl=false"
            INGEST_DB_PORT: expected a port from 1 to 65535, found "postgres"
            INGEST_DB_NAME: database name: expected a plain name, found "a b"
            INGEST_CA_FILE: expected a readable file of PEM certificates, found none at "/none/ca.pem"
            INGEST_SECRET_ID: expected the name or ARN of the database's secret, found none
            INGEST_RESULTS: expected a prefix of keys without slashes around it, or none, found "/results"
            INGEST_NOTIFY_TOPIC: expected the ARN of a topic, found "runs"\
            """);
  }

  private static LambdaSettings with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(LEAST);
    all.putAll(more);
    return LambdaSettings.of(all);
  }
}
