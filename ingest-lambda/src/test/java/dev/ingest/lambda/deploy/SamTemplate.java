package dev.ingest.lambda.deploy;

import static dev.ingest.lambda.deploy.SamText.name;
import static dev.ingest.lambda.deploy.SamText.neutral;
import static dev.ingest.lambda.deploy.SamText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.lambda.deploy.Deployment.Alarm;
import dev.ingest.lambda.deploy.Deployment.Bucket;
import dev.ingest.lambda.deploy.Deployment.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** A template of SAM, read as what it makes. */
final class SamTemplate {

  private final JsonNode template;

  private SamTemplate(JsonNode template) {
    this.template = template;
  }

  static Deployment read(String text) {
    return new SamTemplate(SamText.read(text)).deployment();
  }

  private Deployment deployment() {
    SamPolicies policies = new SamPolicies(template.path("Resources"));
    Set<String> types = new TreeSet<>();
    template.path("Resources").forEach(made -> types.add(made.path("Type").asText()));
    return new Deployment(
        types,
        each("AWS::S3::Bucket", SamTemplate::bucket),
        notifications(),
        each("AWS::SQS::Queue", this::queue),
        policies.grants(),
        policies.managed(),
        logs(),
        each("AWS::CloudWatch::Alarm", this::alarm),
        function(),
        new TreeSet<>(each("AWS::EC2::VPCEndpoint", SamTemplate::endpoint)),
        conditions(),
        names(template.path("Parameters")));
  }

  private static Bucket bucket(String name, JsonNode made) {
    JsonNode set = made.path("Properties");
    JsonNode closed = set.path("PublicAccessBlockConfiguration");
    JsonNode byDefault =
        set.at(
            "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault");
    String tidied = set.path("LifecycleConfiguration").toString();
    return new Bucket(
        name,
        neutral(set.path("BucketName")),
        neutral(byDefault.path("SSEAlgorithm")),
        closed.size() == 4
            && closed.toString().split("\"true\"", -1).length == 5
            && set.at("/OwnershipControls/Rules/0/ObjectOwnership")
                .asText()
                .equals("BucketOwnerEnforced"),
        set.at("/VersioningConfiguration/Status").asText().equals("Enabled"),
        made.path("DeletionPolicy").asText().equals("Retain")
            && made.path("UpdateReplacePolicy").asText().equals("Retain"),
        tidied.contains("AbortIncompleteMultipartUpload")
            && tidied.contains("NoncurrentVersionExpiration"));
  }

  private List<String> notifications() {
    List<String> notifications = new ArrayList<>();
    List<String> unused =
        each(
            "AWS::S3::Bucket",
            (name, made) -> {
              JsonNode told = made.at("/Properties/NotificationConfiguration");
              for (JsonNode configurations : told) {
                for (JsonNode one : configurations) {
                  JsonNode to = one.has("Queue") ? one.path("Queue") : one.path("Function");
                  notifications.add(name + ": " + neutral(to));
                }
              }
              return name;
            });
    return notifications;
  }

  private Queue queue(String name, JsonNode made) {
    JsonNode set = made.path("Properties");
    return new Queue(
        name,
        ofTimeout(set.path("VisibilityTimeout")),
        neutral(set.at("/RedrivePolicy/deadLetterTargetArn")),
        neutral(set.at("/RedrivePolicy/maxReceiveCount")),
        neutral(set.path("MessageRetentionPeriod")),
        set.path("SqsManagedSseEnabled").asText().equals("true"));
  }

  /** Returns what a map makes of the timeout as a product, or all of it where it is none. */
  private String ofTimeout(JsonNode value) {
    if (!value.has("!FindInMap")) {
      return neutral(value);
    }
    JsonNode path = value.path("!FindInMap");
    Set<String> factors = new TreeSet<>();
    Set<String> mapped = new TreeSet<>();
    template
        .path("Mappings")
        .path(path.path(0).asText())
        .properties()
        .forEach(
            entry -> {
              int of = entry.getValue().path(path.path(2).asText()).asInt();
              int timeout = Integer.parseInt(entry.getKey());
              factors.add(of % timeout == 0 ? of / timeout + " *" : of + " for " + timeout);
              mapped.add(entry.getKey());
            });
    template
        .at("/Parameters/Timeout/AllowedValues")
        .forEach(
            timeout ->
                factors.addAll(
                    mapped.contains(timeout.asText())
                        ? Set.of()
                        : Set.of("none for " + timeout.asText())));
    return "${%s %s}"
        .formatted(String.join(", ", factors), name(path.path(1).path("!Ref").asText()));
  }

  private Map<String, String> logs() {
    Map<String, String> logs = new TreeMap<>();
    List<String> unused =
        each(
            "AWS::Logs::LogGroup",
            (name, made) -> logs.put(name, neutral(made.at("/Properties/RetentionInDays"))));
    return logs;
  }

  private Alarm alarm(String name, JsonNode made) {
    JsonNode set = made.path("Properties");
    Map<String, String> dimensions = new TreeMap<>();
    for (JsonNode dimension : set.path("Dimensions")) {
      dimensions.put(dimension.path("Name").asText(), neutral(dimension.path("Value")));
    }
    return new Alarm(
        name,
        name(made.path("Condition").asText()),
        "%s %s %s"
            .formatted(neutral(set.path("Namespace")), set.path("MetricName").asText(), dimensions),
        ofTimeout(set.path("Threshold")),
        set.path("AlarmActions").toString().contains("AlarmTopicArn"));
  }

  private Deployment.Function function() {
    List<JsonNode> functions = each("AWS::Serverless::Function", (name, made) -> made);
    JsonNode set = functions.get(0).path("Properties");
    Map<String, String> environment = new TreeMap<>();
    set.at("/Environment/Variables")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), neutral(entry.getValue())));
    return new Deployment.Function(
        set.path("CodeUri").asText(),
        set.path("Handler").asText(),
        texts(template.at("/Parameters/Runtime/AllowedValues")),
        neutral(set.path("Timeout")),
        neutral(set.path("Role")),
        neutral(set.at("/LoggingConfig/LogGroup")),
        set.path("AutoPublishAlias").asText(),
        set.at("/SnapStart/ApplyOn").asText().equals("PublishedVersions"),
        environment,
        source(set),
        neutral(set.at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")));
  }

  /** What calls the function calls its alias, where SAM publishes one. */
  private static Map<String, String> source(JsonNode function) {
    Map<String, String> source = new TreeMap<>();
    for (JsonNode event : function.path("Events")) {
      JsonNode set = event.path("Properties");
      source.put("queue", neutral(set.path("Queue")));
      source.put("calls", function.path("AutoPublishAlias").asText());
      source.put("batch", neutral(set.path("BatchSize")));
      source.put("answers", texts(set.path("FunctionResponseTypes")).toString());
      source.put("at once", neutral(set.at("/ScalingConfig/MaximumConcurrency")));
    }
    return source;
  }

  private static String endpoint(String name, JsonNode made) {
    return neutral(made.at("/Properties/ServiceName"))
        + " "
        + name(made.path("Condition").asText());
  }

  private Map<String, String> conditions() {
    Map<String, String> conditions = new TreeMap<>();
    template
        .path("Conditions")
        .properties()
        .forEach(
            entry -> conditions.put(name(entry.getKey()), SamText.condition(entry.getValue())));
    return conditions;
  }

  private static Set<String> names(JsonNode parameters) {
    Set<String> names = new TreeSet<>();
    parameters.properties().forEach(entry -> names.add(name(entry.getKey())));
    return names;
  }

  private <T> List<T> each(String type, BiFunction<String, JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("Type").asText().equals(type)) {
                all.add(read.apply(name(entry.getKey()), entry.getValue()));
              }
            });
    return all;
  }
}
