package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.settings.Target;
import dev.ingest.lambda.deploy.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The variables that the templates give the function are settings that it takes. */
class DeployedSettingsTest {

  private static final Pattern CHOICE = Pattern.compile("\\$\\{is_redshift \\? ([a-z_.]+) : \"\"}");
  private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z_.]+)}");

  /** What a deployer has to say, and what the template says otherwise; more by target. */
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("upload_bucket_name", "uploads"),
          Map.entry("output_bucket_name", "outputs"),
          Map.entry("account_id", "123456789012"),
          Map.entry("secret_arn", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"),
          Map.entry("database_name", "warehouse"),
          Map.entry("database_role.arn", "arn:aws:iam::123456789012:role/ingest-database"),
          Map.entry("manifests", "ingest-manifests/"),
          Map.entry("gzip", "false"),
          Map.entry("results", "results"),
          Map.entry("metrics_namespace", "Ingest"));

  @ParameterizedTest
  @EnumSource
  void eachIsOneThatTheFunctionKnows(Templates form) {
    assertThat(known()).containsAll(form.read().function().environment().keySet());
  }

  /**
   * All but those of other stores than S3, and of what is set by Lambda or decided by parameters.
   */
  @Test
  void nearlyAllOfThemCanBeSaid() {
    Set<String> missing = known();
    missing.removeAll(Templates.SAM.read().function().environment().keySet());

    assertThat(missing)
        .containsExactlyInAnyOrder(
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_REGION",
            "INGEST_S3_ENCRYPTION",
            "INGEST_S3_ENDPOINT",
            "INGEST_S3_KMS_BUCKET_KEY",
            "INGEST_S3_KMS_KEY",
            "INGEST_S3_PATH_STYLE",
            "INGEST_S3_REGION",
            "INGEST_TLS",
            "LAMBDA_TASK_ROOT");
  }

  @ParameterizedTest
  @MethodSource
  void eachTargetGetsWhatItNeeds(
      Templates form, Map<String, String> said, Class<? extends Target> target) {
    LambdaSettings settings = LambdaSettings.of(environment(form, said));

    assertThat(settings.target().target()).isInstanceOf(target);
    assertThat(settings.outputBucket()).isEqualTo("outputs");
    assertThat(settings.inputBuckets()).containsExactly("uploads");
  }

  static Stream<Arguments> eachTargetGetsWhatItNeeds() {
    return Stream.of(Templates.SAM, Templates.TERRAFORM)
        .flatMap(
            form ->
                Stream.of(
                    Arguments.of(form, Map.of("target", "postgres"), Target.Postgres.class),
                    Arguments.of(form, Map.of("target", "rds"), Target.Rds.class),
                    Arguments.of(form, Map.of("target", "redshift"), Target.Redshift.class),
                    Arguments.of(
                        form,
                        Map.of("target", "redshift-data", "workgroup_name", "wg", "secret_arn", ""),
                        Target.RedshiftData.class),
                    Arguments.of(
                        form,
                        Map.of(
                            "target", "redshift-data",
                            "cluster_identifier", "dwh",
                            "database_user", "loader",
                            "secret_arn", ""),
                        Target.RedshiftData.class)));
  }

  @Test
  void thePlainTriggerLoadsIntoPostgres() {
    assertThat(LambdaSettings.of(environment(Templates.TRIGGER, Map.of())).target().target())
        .isInstanceOf(Target.Postgres.class);
  }

  /** That the test above can fail. */
  @Test
  void aMissingOneIsSeen() {
    Map<String, String> environment = environment(Templates.SAM, Map.of("target", "redshift"));
    environment.remove("INGEST_COPY_ROLE");

    assertThatThrownBy(() -> LambdaSettings.of(environment))
        .hasMessageContaining("INGEST_COPY_ROLE: expected the ARN of the role");
  }

  private static Map<String, String> environment(Templates form, Map<String, String> said) {
    Map<String, String> all = new HashMap<>(SAID);
    all.putAll(said);
    boolean redshift = all.getOrDefault("target", "").startsWith("redshift");
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-west-1");
    form.read()
        .function()
        .environment()
        .forEach(
            (name, written) -> {
              String chosen = CHOICE.matcher(written).replaceAll(redshift ? "\\${$1}" : "");
              environment.put(
                  name,
                  HOLE.matcher(chosen).replaceAll(hole -> all.getOrDefault(hole.group(1), "")));
            });
    return environment;
  }

  /** The names that settings ask for, with each target. */
  private static Set<String> known() {
    Asked asked = new Asked();
    for (String target : Set.of("postgres", "rds", "redshift", "redshift-data")) {
      asked.put("INGEST_TARGET", target);
      assertThatThrownBy(() -> LambdaSettings.of(asked))
          .hasMessageContaining("INGEST_OUTPUT_BUCKET");
    }
    return asked.names;
  }

  private static final class Asked extends HashMap<String, String> {

    private static final long serialVersionUID = 1;

    private final transient Set<String> names = new TreeSet<>();

    @Override
    public String get(Object name) {
      names.add(String.valueOf(name));
      return super.get(name);
    }
  }
}
