package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the template of the function promises, whatever else it says: no right that is wider than it
 * must be, nothing public, nothing lost. Its tags ({@code !Ref}, {@code !Sub}) are read as their
 * texts.
 */
class SamTemplateTest {

  private static final Path TEMPLATE = Path.of("../docs/deploy/template.yaml");

  /** Of statements there are no ARNs; the condition leaves one's own. */
  private static final Set<String> OF_OWN_STATEMENTS =
      Set.of(
          "redshift-data:DescribeStatement",
          "redshift-data:GetStatementResult",
          "redshift-data:CancelStatement");

  private static JsonNode template;

  @BeforeAll
  static void read() throws IOException {
    template = new YAMLMapper().readTree(TEMPLATE.toFile());
  }

  @Test
  void noRightIsForEverything() {
    List<JsonNode> allowed = allowed();
    assertThat(allowed).hasSizeGreaterThan(6);
    for (JsonNode statement : allowed) {
      List<String> actions = texts(statement.path("Action"));
      assertThat(actions).isNotEmpty().noneMatch(action -> action.contains("*"));
      if (texts(statement.path("Resource")).contains("*")) {
        assertThat(OF_OWN_STATEMENTS).containsAll(actions);
        assertThat(statement.at("/Condition/StringEquals").fieldNames())
            .toIterable()
            .containsExactly("redshift-data:statement-owner-iam-userid");
      }
    }
  }

  @Test
  void theFunctionReadsUploadsAndWritesOutput() {
    for (JsonNode statement : allowed()) {
      for (String action : texts(statement.path("Action"))) {
        List<String> resources = texts(statement.path("Resource"));
        if (action.startsWith("s3:Get") && !statement.path("Sid").asText().equals("WriteOutput")) {
          assertThat(resources).containsExactly("arn:${AWS::Partition}:s3:::${UploadBucketName}/*");
        } else if (action.equals("s3:PutObject") || action.equals("s3:AbortMultipartUpload")) {
          assertThat(resources)
              .filteredOn(resource -> resource.startsWith("arn:"))
              .isNotEmpty()
              .allMatch(
                  resource ->
                      resource.matches(
                          "arn:\\$\\{AWS::Partition}:s3:::\\$\\{OutputBucketName}/[a-z-]+/\\*"));
        } else if (action.startsWith("s3:")) {
          assertThat(action).isIn("s3:GetObject", "s3:ListBucket");
        }
      }
    }
  }

  @Test
  void uploadsAndOutputAreTwoBuckets() {
    assertThat(template.at("/Rules/BucketsDiffer/Assertions/0/Assert"))
        .hasToString("[[\"UploadBucketName\",\"OutputBucketName\"]]");
    assertThat(template.at("/Resources/OutputBucket/Properties").has("NotificationConfiguration"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UploadBucket", "OutputBucket"})
  void aBucketIsPrivateEncryptedAndKept(String name) {
    JsonNode bucket = template.at("/Resources/" + name);
    assertThat(bucket.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(bucket.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allMatch(JsonNode::booleanValue);
    assertThat(bucket.at("/Properties/BucketEncryption/ServerSideEncryptionConfiguration"))
        .hasSize(1);
    assertThat(bucket.at("/Properties/OwnershipControls/Rules/0/ObjectOwnership").asText())
        .isEqualTo("BucketOwnerEnforced");
    JsonNode deny =
        template.at("/Resources/" + name + "Policy/Properties/PolicyDocument/Statement/0");
    assertThat(deny.path("Effect").asText()).isEqualTo("Deny");
    assertThat(deny.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
  }

  @Test
  void onlyTheBucketOfThisAccountSendsToTheQueue() {
    JsonNode statement =
        template.at("/Resources/QueuePolicy/Properties/PolicyDocument/Statement/0");
    assertThat(statement.at("/Principal/Service").asText()).isEqualTo("s3.amazonaws.com");
    assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn").asText())
        .isEqualTo("arn:${AWS::Partition}:s3:::${UploadBucketName}");
    assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").asText())
        .isEqualTo("AWS::AccountId");
    assertThat(template.at("/Resources/UploadBucket/DependsOn").asText()).isEqualTo("QueuePolicy");
  }

  /** Else a message would come again while it is still worked on. */
  @Test
  void aMessageIsHiddenSixTimesAsLongAsTheFunctionRuns() {
    for (JsonNode timeout : template.at("/Parameters/Timeout/AllowedValues")) {
      assertThat(template.at("/Mappings/SixTimes/" + timeout.asText() + "/Seconds").asInt())
          .isEqualTo(6 * timeout.asInt());
    }
    assertThat(texts(template.at("/Resources/Queue/Properties/VisibilityTimeout")))
        .containsExactly("SixTimes", "Timeout", "Seconds");
  }

  @Test
  void whatFailsIsKept() {
    JsonNode queue = template.at("/Resources/Queue/Properties");
    assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn").asText())
        .isEqualTo("DeadLetters.Arn");
    assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isBetween(3, 5);
    assertThat(template.at("/Resources/DeadLetters/Properties/MessageRetentionPeriod").asInt())
        .isEqualTo(14 * 24 * 60 * 60);
    for (String name : List.of("Queue", "DeadLetters")) {
      assertThat(
              template.at("/Resources/" + name + "/Properties/SqsManagedSseEnabled").booleanValue())
          .isTrue();
    }
  }

  @Test
  void theQueueFeedsTheAliasOneMessageAtATime() {
    JsonNode function = template.at("/Resources/Function/Properties");
    assertThat(function.path("AutoPublishAlias").asText()).isEqualTo("live");
    assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    JsonNode source = function.at("/Events/Uploads/Properties");
    assertThat(source.path("BatchSize").asInt()).isEqualTo(1);
    assertThat(texts(source.path("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(source.at("/ScalingConfig/MaximumConcurrency").asText())
        .isEqualTo("MaximumConcurrency");
  }

  @Test
  void theHandlerIsThere() {
    assertThat(template.at("/Resources/Function/Properties/Handler").asText())
        .isEqualTo(IngestHandler.class.getName() + "::handleRequest");
  }

  /** The function's own settings read what the template sets, with each target. */
  @ParameterizedTest
  @CsvSource({
    "postgres,      ,         ",
    "rds,           ,         ",
    "redshift,      arn:aws:iam::123456789012:role/copy, ",
    "redshift-data, arn:aws:iam::123456789012:role/copy, workgroup"
  })
  void itsVariablesAreSettings(String target, String role, String workgroup) {
    Map<String, String> values = new HashMap<>();
    template
        .at("/Resources/Function/Properties/Environment/Variables")
        .fieldNames()
        .forEachRemaining(name -> values.put(name, ""));
    values.replace("INGEST_INPUT_BUCKETS", "uploads");
    values.replace("INGEST_OUTPUT_BUCKET", "output");
    values.replace("INGEST_TARGET", target);
    values.replace(
        "INGEST_SECRET_ID", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf");
    values.replace("INGEST_DB_NAME", "warehouse");
    values.replace("INGEST_COPY_ROLE", role == null ? "" : role);
    values.replace("INGEST_WORKGROUP", workgroup == null ? "" : workgroup);
    values.put("AWS_REGION", "eu-west-1");

    assertThatCode(() -> LambdaSettings.of(values)).doesNotThrowAnyException();
  }

  @Test
  void noVariableIsASecret() {
    template
        .at("/Resources/Function/Properties/Environment/Variables")
        .fieldNames()
        .forEachRemaining(name -> assertThat(name).doesNotContain("PASSWORD", "TOKEN"));
    template
        .path("Parameters")
        .fieldNames()
        .forEachRemaining(name -> assertThat(name).doesNotContainIgnoringCase("password"));
  }

  @Test
  void somebodyIsTold() {
    List<String> metrics = new ArrayList<>();
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::CloudWatch::Alarm")) {
        resource.findValuesAsText("MetricName").forEach(metrics::add);
        assertThat(resource.path("Properties").has("AlarmActions")).isTrue();
      }
    }
    assertThat(metrics)
        .containsExactlyInAnyOrder(
            "ApproximateNumberOfMessagesVisible",
            "ApproximateAgeOfOldestMessage",
            "Errors",
            "Duration",
            "Runs");
  }

  @Test
  void logsAreNotKeptForEver() {
    assertThat(template.at("/Resources/LogGroup/Properties/RetentionInDays").asText())
        .isEqualTo("LogRetentionDays");
  }

  /** A second opinion where there is one: {@code pip install cfn-lint}. */
  @Test
  void cfnLintFindsNothing() throws Exception {
    Path tool = tool("cfn-lint");
    assumeTrue(tool != null, "SKIPPED: cfn-lint is not installed, so that nobody else has looked");
    Process lint =
        new ProcessBuilder(String.valueOf(tool), TEMPLATE.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(lint.getInputStream().readAllBytes(), UTF_8);

    assertThat(lint.waitFor(60, SECONDS)).isTrue();
    assertThat(said).isEmpty();
    assertThat(lint.exitValue()).isZero();
  }

  private static Path tool(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** Returns the statements that allow something, of all policies, those under a condition too. */
  private static List<JsonNode> allowed() {
    List<JsonNode> allowed = new ArrayList<>();
    for (JsonNode document : template.path("Resources").findValues("PolicyDocument")) {
      for (JsonNode statement : document.path("Statement")) {
        JsonNode meant = statement.isArray() ? statement.path(1) : statement;
        if (meant.path("Effect").asText().equals("Allow")) {
          allowed.add(meant);
        }
      }
    }
    return allowed;
  }

  /** Returns one text or several, those under a condition too. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    for (JsonNode element : node) {
      texts.addAll(element.isArray() ? texts(element.path(1)) : texts(element));
    }
    return texts;
  }
}
