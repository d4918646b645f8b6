package dev.ingest.aws.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.Destination;
import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresTableLoader;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.redshift.CopyAccess;
import dev.ingest.aws.redshift.RedshiftCsv;
import dev.ingest.aws.redshift.RedshiftTableLoader;
import dev.ingest.aws.redshift.data.DataWarehouse;
import dev.ingest.aws.s3.S3Encryption;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.format.CsvFormat;
import dev.ingest.store.DirectoryObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSettingsTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/copy";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:warehouse-AbCdEf";

  private static final Map<String, String> LOGIN =
      Map.of(
          "INGEST_DB_HOST", "db.example.com",
          "INGEST_DB_NAME", "warehouse",
          "INGEST_SECRET_ID", "db/loader");

  @Test
  void aSecretIsEnoughForPostgres() {
    assertThat(read(Map.of("INGEST_SECRET_ID", "db/loader")))
        .isEqualTo(
            new TargetSettings(
                new Target.Postgres(
                    new Database(
                        PostgresAddress.fromSecret(),
                        Tls.verifyFull(),
                        new Login.OfSecret("db/loader"))),
                S3Settings.defaults(),
                false));
  }

  @Test
  void rdsHasTheRegionOfItsBucket() {
    assertThat(with("INGEST_TARGET", "rds", "INGEST_S3_REGION", "eu-central-1").target())
        .isEqualTo(new Target.Rds(database(5432), "eu-central-1"));
  }

  @Test
  void whereNoRegionIsSaidItIsTheOneOfTheProcess() {
    assertThat(with("INGEST_TARGET", "rds", "AWS_REGION", "eu-west-1").target())
        .isEqualTo(new Target.Rds(database(5432), "eu-west-1"));
  }

  @Test
  void redshiftHasARoleAndAPortOfItsOwn() {
    assertThat(with("INGEST_TARGET", "redshift", "INGEST_COPY_ROLE", ROLE).target())
        .isEqualTo(new Target.Redshift(database(5439), CopyAccess.by(ROLE)));
  }

  @Test
  void redshiftMayHaveABucketElsewhereAndAnotherPlaceForManifests() {
    assertThat(
            with(
                    "INGEST_TARGET", "redshift",
                    "INGEST_COPY_ROLE", ROLE,
                    "INGEST_S3_REGION", "eu-central-1",
                    "INGEST_MANIFESTS", "tmp/manifests/")
                .target())
        .isEqualTo(
            new Target.Redshift(
                database(5439), new CopyAccess(ROLE, "eu-central-1", "tmp/manifests/")));
  }

  @Test
  void theDataApiTakesAWorkgroup() {
    assertThat(data("INGEST_WORKGROUP", "analysts").warehouse())
        .isEqualTo(DataWarehouse.workgroup("analysts", "warehouse"));
  }

  @Test
  void theDataApiTakesAClusterAndAUser() {
    assertThat(data("INGEST_CLUSTER", "blue", "INGEST_DB_USER", "loader").warehouse())
        .isEqualTo(DataWarehouse.cluster("blue", "warehouse", "loader"));
  }

  @Test
  void theDataApiTakesASecret() {
    assertThat(data("INGEST_WORKGROUP", "analysts", "INGEST_SECRET_ID", SECRET).warehouse())
        .isEqualTo(DataWarehouse.workgroup("analysts", "warehouse").withSecret(SECRET));
  }

  @Test
  void aUserHasAPassword() {
    Target.Postgres target =
        (Target.Postgres)
            read(Map.of("INGEST_DB_USER", "loader", "PGPASSWORD", "hunter2")).target();

    assertThat(target.database().login()).isEqualTo(new Login.OfUser("loader", "hunter2"));
    assertThat(target.toString())
        .contains("OfUser[user=loader, password=(hidden)]")
        .doesNotContain("hunter2");
  }

  @Test
  void eachTargetHasItsLoaderAndItsFormat() {
    assertThat(destination("postgres").loader()).isInstanceOf(PostgresTableLoader.class);
    assertThat(destination("postgres").format()).isEqualTo(new CsvFormat());
    assertThat(destination("rds").format()).isEqualTo(new CsvFormat());
    assertThat(destination("redshift").loader()).isInstanceOf(RedshiftTableLoader.class);
    assertThat(destination("redshift").format()).isEqualTo(new RedshiftCsv());
  }

  @Test
  void ledgersAreReadOverAConnection() {
    Settings data =
        new Settings(
            Map.of("INGEST_TARGET", "redshift-data", "INGEST_WORKGROUP", "etl"), "the environment");

    assertThatThrownBy(() -> TargetSettings.history(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "settings: expected the environment to be complete, found what follows; correct it\n"
                + "INGEST_TARGET: expected postgres, rds or redshift, found redshift-data; ledgers are read over a connection");
    Map<String, String> user = Map.of("INGEST_DB_USER", "loader", "PGPASSWORD", "hunter2");
    assertThat(TargetSettings.history(new Settings(user, "the environment"))).isNotNull();
  }

  @Test
  void allOfS3CanBeSaid() {
    assertThat(
            with(
                    "INGEST_S3_ENDPOINT", "https://s3.example.com",
                    "INGEST_S3_REGION", "local",
                    "INGEST_S3_PATH_STYLE", "true",
                    "INGEST_S3_BUCKET_OWNER", "123456789012",
                    "INGEST_S3_KMS_KEY", "alias/loads",
                    "INGEST_S3_KMS_BUCKET_KEY", "true")
                .s3())
        .isEqualTo(
            S3Settings.defaults()
                .withEndpoint(URI.create("https://s3.example.com"))
                .withRegion("local")
                .withPathStyle()
                .withBucketOwner("123456789012")
                .withEncryption(S3Encryption.withKeyOfKms("alias/loads", true)));
  }

  @ParameterizedTest
  @CsvSource({"bucket, OfBucket[]", "s3, OfS3[]", "kms, 'OfKms[keyId=null, bucketKey=false]'"})
  void encryptionHasThreeWays(String mode, String meant) {
    assertThat(with("INGEST_S3_ENCRYPTION", mode).s3().encryption()).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
  void tlsMayBeOffOnLoopback(String host) {
    Target.Postgres target =
        (Target.Postgres) with("INGEST_TLS", "disable", "INGEST_DB_HOST", host).target();

    assertThat(target.database().tls()).isEqualTo(Tls.disabledOnLoopback());
  }

  @Test
  void aBlankTextIsNotSet() {
    assertThat(with("INGEST_TARGET", " ", "INGEST_DB_PORT", "", "INGEST_GZIP", " "))
        .isEqualTo(read(LOGIN));
  }

  @Test
  void whatIsMissingIsToldAtOnce() {
    refused(
        Map.of("INGEST_TARGET", "redshift-data"),
        """
        INGEST_DB_NAME: expected the database's name, found none
        INGEST_WORKGROUP: expected it, or INGEST_CLUSTER for a cluster, found neither
        INGEST_COPY_ROLE: expected the ARN of the role by which Redshift reads the output bucket, found none""");
    refused(
        Map.of("INGEST_TARGET", "rds"),
        """
        INGEST_SECRET_ID: expected the name or ARN of the database's secret, found none
        INGEST_S3_REGION: expected the region of the output bucket, found none""");
    refused(
        Map.of("INGEST_DB_USER", "loader"), "PGPASSWORD: expected the user's password, found none");
  }

  @Test
  void whatIsWrongIsToldAtOnce() {
    refused(
        Map.ofEntries(
            Map.entry("INGEST_DB_HOST", "db.example.com/?ssl=false"),
            Map.entry("INGEST_DB_PORT", "65536"),
            Map.entry("INGEST_DB_NAME", "a b"),
            Map.entry("INGEST_CA_FILE", "/none/ca.pem"),
            Map.entry("INGEST_TLS", "require"),
            Map.entry("INGEST_SECRET_ID", "db/loader"),
            Map.entry("INGEST_S3_PATH_STYLE", "yes"),
            Map.entry("INGEST_S3_BUCKET_OWNER", "me"),
            Map.entry("INGEST_S3_ENCRYPTION", "AES256"),
            Map.entry("INGEST_GZIP", "9")),
        """
        INGEST_DB_HOST: database host: expected a plain name, found "db.example.com/?ssl=false"
        INGEST_DB_PORT: database port: expected 1 to 65535, found 65536
        INGEST_DB_NAME: database name: expected a plain name, found "a b"
        INGEST_CA_FILE: expected a readable file of PEM certificates, found none at "/none/ca.pem"
        INGEST_TLS: expected verify-full or disable, found "require"
        INGEST_S3_PATH_STYLE: expected true or false, found "yes"
        INGEST_S3_BUCKET_OWNER: bucket owner: expected an account of 12 digits, found "me"
        INGEST_S3_ENCRYPTION: expected bucket, s3 or kms, found "AES256"
        INGEST_GZIP: expected true or false, found "9\"""");
    refused(
        Map.of(
            "INGEST_TARGET", "redshift",
            "INGEST_SECRET_ID", "db/loader",
            "INGEST_COPY_ROLE", "copy",
            "INGEST_MANIFESTS", "manifests",
            "INGEST_S3_REGION", "Frankfurt"),
        """
        INGEST_COPY_ROLE: Redshift role: expected the ARN of an IAM role, found "copy"
        INGEST_S3_REGION: Redshift region: expected a region such as eu-west-1, found "Frankfurt"
        INGEST_MANIFESTS: Redshift manifests: expected a prefix of plain names that ends with a slash, found "manifests\"""");
  }

  @Test
  void anotherTargetIsNone() {
    refused(
        Map.of("INGEST_TARGET", "oracle", "INGEST_SECRET_ID", "db/loader"),
        "INGEST_TARGET: expected postgres, rds, redshift or redshift-data, found \"oracle\"");
  }

  @Test
  void whatHasNoEffectIsRefused() {
    refused(
        Map.of("INGEST_SECRET_ID", "db/loader", "INGEST_WORKGROUP", "analysts"),
        "INGEST_WORKGROUP: expected none for the target postgres, found one; leave it out");
    refused(
        Map.of(
            "INGEST_TARGET", "rds",
            "INGEST_SECRET_ID", "db/loader",
            "AWS_REGION", "eu-west-1",
            "INGEST_GZIP", "true"),
        "INGEST_GZIP: expected none for the target rds, which takes what is compressed for text");
    refused(
        Map.of(
            "INGEST_TARGET", "redshift-data",
            "INGEST_COPY_ROLE", ROLE,
            "INGEST_DB_NAME", "warehouse",
            "INGEST_WORKGROUP", "analysts",
            "INGEST_CLUSTER", "blue",
            "INGEST_DB_USER", "loader",
            "INGEST_SECRET_ID", SECRET,
            "INGEST_DB_HOST", "db.example.com"),
        """
        INGEST_DB_HOST: expected none for the target redshift-data, found one; leave it out
        INGEST_DB_USER: expected a user or a secret, found both
        INGEST_WORKGROUP: expected it, or INGEST_CLUSTER for a cluster, found both""");
    refused(
        Map.of(
            "INGEST_SECRET_ID", "db/loader",
            "INGEST_S3_ENCRYPTION", "s3",
            "INGEST_S3_KMS_KEY", "alias/loads"),
        "INGEST_S3_KMS_KEY: expected none where INGEST_S3_ENCRYPTION is s3, found one; leave it out");
  }

  @Test
  void tlsIsNotOffAcrossANetwork() {
    refused(
        Map.of(
            "INGEST_SECRET_ID", "db/loader",
            "INGEST_TLS", "disable",
            "INGEST_DB_HOST", "db.example.com"),
        "INGEST_TLS: TLS: expected it to be on for the host db.example.com, found it disabled, which is for loopback only; use verify-full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://me:hunter2@s3.example.com", "https://hunter2@ %"})
  void aLoginInAnEndpointIsNotTold(String endpoint) {
    assertThatThrownBy(() -> with("INGEST_S3_ENDPOINT", endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INGEST_S3_ENDPOINT: ")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @Test
  void aMessageCallsASettingAsItsReaderDoes() {
    Settings settings =
        new Settings(Map.of("INGEST_DB_PORT", "x"), "the options", name -> "--" + name);
    settings.optional("INGEST_DB_PORT", Database::port);

    assertThatThrownBy(settings::finish)
        .hasMessage(
            """
            settings: expected the options to be complete, found what follows; correct it
            --INGEST_DB_PORT: expected a port from 1 to 65535, found "x\"""");
  }

  private static Database database(int usualPort) {
    return new Database(
        new PostgresAddress("db.example.com", null, "warehouse", usualPort),
        Tls.verifyFull(),
        new Login.OfSecret("db/loader"));
  }

  private static Destination destination(String target) {
    Map<String, String> all = new HashMap<>(Map.of("INGEST_TARGET", target));
    all.putAll(Map.of("INGEST_DB_USER", "loader", "PGPASSWORD", "any", "AWS_REGION", "eu-west-1"));
    if (target.equals("redshift")) {
      all.put("INGEST_COPY_ROLE", ROLE);
    }
    return read(all).destination(new DirectoryObjectStore(Path.of("none")));
  }

  private static Target.RedshiftData data(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("INGEST_TARGET", "redshift-data");
    all.put("INGEST_DB_NAME", "warehouse");
    all.put("INGEST_COPY_ROLE", ROLE);
    return (Target.RedshiftData) read(joined(all, more)).target();
  }

  private static TargetSettings with(String... more) {
    return read(joined(LOGIN, more));
  }

  private static Map<String, String> joined(Map<String, String> some, String... more) {
    Map<String, String> all = new HashMap<>(some);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static TargetSettings read(Map<String, String> values) {
    Settings settings = new Settings(values, "the environment");
    TargetSettings read = TargetSettings.read(settings);
    settings.finish();
    return read;
  }

  private static void refused(Map<String, String> values, String mistakes) {
    assertThatThrownBy(() -> read(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "settings: expected the environment to be complete, found what follows; correct it\n"
                + mistakes);
  }
}
