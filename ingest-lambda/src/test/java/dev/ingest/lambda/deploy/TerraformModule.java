package dev.ingest.lambda.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.lambda.deploy.Deployment.Alarm;
import dev.ingest.lambda.deploy.Deployment.Bucket;
import dev.ingest.lambda.deploy.Deployment.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of Terraform, read as what it makes. It sees what is written, not what Terraform would
 * compute: a local name stands for its expression, which nobody evaluates.
 */
final class TerraformModule {

  private static final Pattern HOLE = Pattern.compile("\\$?\\$\\{([^}]*)}");
  private static final Pattern SCOPE = Pattern.compile("\\b(?:var|local)\\.");
  private static final Pattern RESOURCE = Pattern.compile("\\baws_\\w+\\.(\\w+)(?:\\[0])?\\.");
  private static final Pattern ITSELF = Pattern.compile("\\b(\\w+)\\.(?:id|name|function_name)\\b");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final ObjectNode module;

  private TerraformModule(ObjectNode module) {
    this.module = module;
  }

  /** Reads the files of a module, one after the other. */
  static Deployment read(List<String> files) {
    return new TerraformModule(HclReader.read(String.join("\n", files))).deployment();
  }

  private Deployment deployment() {
    Set<String> types = new TreeSet<>();
    module.path("resource").forEach(made -> types.add(made.path("#0").asText()));
    Set<String> parameters = new TreeSet<>();
    module.path("variable").forEach(variable -> parameters.add(variable.path("#0").asText()));
    return new Deployment(
        types,
        each("aws_s3_bucket", this::bucket),
        each("aws_s3_bucket_notification", TerraformModule::notification),
        each("aws_sqs_queue", TerraformModule::queue),
        new TerraformPolicies(module).grants(),
        new TreeSet<>(
            each("aws_iam_role_policy_attachment", made -> neutral(made.path("policy_arn")))),
        logs(),
        each("aws_cloudwatch_metric_alarm", TerraformModule::alarm),
        function(),
        new TreeSet<>(each("aws_vpc_endpoint", TerraformModule::endpoint)),
        conditions(),
        parameters);
  }

  /** Returns a value as {@link Deployment} writes it; what is not there is empty. */
  static String neutral(JsonNode value) {
    if (value.isContainerNode()) {
      throw new IllegalArgumentException("expected a value, found " + value);
    }
    return HOLE.matcher(value.asText())
        .replaceAll(
            hole -> {
              String local = SCOPE.matcher(hole.group(1)).replaceAll("");
              String named = RESOURCE.matcher(local).replaceAll("$1.");
              return Matcher.quoteReplacement("${" + ITSELF.matcher(named).replaceAll("$1") + "}");
            });
  }

  static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(element -> texts.add(neutral(element)));
    return texts;
  }

  static String name(JsonNode made) {
    return made.path("#1").asText();
  }

  private Bucket bucket(JsonNode made) {
    String name = name(made);
    JsonNode closed = of("aws_s3_bucket_public_access_block", "bucket", name);
    String tidied = of("aws_s3_bucket_lifecycle_configuration", "bucket", name).toString();
    boolean shut = true;
    for (String way :
        List.of(
            "block_public_acls",
            "block_public_policy",
            "ignore_public_acls",
            "restrict_public_buckets")) {
      shut &= closed.path(way).asText().equals("true");
    }
    return new Bucket(
        name,
        neutral(made.path("bucket")),
        neutral(
            of("aws_s3_bucket_server_side_encryption_configuration", "bucket", name)
                .at("/rule/0/apply_server_side_encryption_by_default/0/sse_algorithm")),
        shut
            && of("aws_s3_bucket_ownership_controls", "bucket", name)
                .at("/rule/0/object_ownership")
                .asText()
                .equals("BucketOwnerEnforced"),
        of("aws_s3_bucket_versioning", "bucket", name)
            .at("/versioning_configuration/0/status")
            .asText()
            .equals("Enabled"),
        made.at("/lifecycle/0/prevent_destroy").asText().equals("true"),
        tidied.contains("abort_incomplete_multipart_upload")
            && tidied.contains("noncurrent_version_expiration"));
  }

  private static String notification(JsonNode made) {
    return inside(neutral(made.path("bucket"))) + ": " + neutral(made.at("/queue/0/queue_arn"));
  }

  private static Queue queue(JsonNode made) {
    return new Queue(
        name(made),
        neutral(made.path("visibility_timeout_seconds")),
        neutral(made.at("/redrive_policy/deadLetterTargetArn")),
        neutral(made.at("/redrive_policy/maxReceiveCount")),
        neutral(made.path("message_retention_seconds")),
        made.path("sqs_managed_sse_enabled").asText().equals("true"));
  }

  static String inside(String hole) {
    return hole.substring(2, hole.length() - 1);
  }

  private Map<String, String> logs() {
    Map<String, String> logs = new TreeMap<>();
    for (JsonNode made : each("aws_cloudwatch_log_group", made -> made)) {
      logs.put(name(made), neutral(made.path("retention_in_days")));
    }
    return logs;
  }

  private static Alarm alarm(JsonNode made) {
    Map<String, String> dimensions = new TreeMap<>();
    made.path("dimensions")
        .properties()
        .forEach(entry -> dimensions.put(entry.getKey(), neutral(entry.getValue())));
    return new Alarm(
        name(made),
        when(made.path("count")),
        "%s %s %s"
            .formatted(
                neutral(made.path("namespace")), made.path("metric_name").asText(), dimensions),
        neutral(made.path("threshold")),
        made.path("alarm_actions").asText().contains("alarm_actions"));
  }

  private Deployment.Function function() {
    JsonNode made = each("aws_lambda_function", function -> function).get(0);
    Map<String, String> environment = new TreeMap<>();
    made.at("/environment/0/variables")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), neutral(entry.getValue())));
    JsonNode alias = each("aws_lambda_alias", one -> one).get(0);
    return new Deployment.Function(
        variable("package").path("default").asText(),
        made.path("handler").asText(),
        runtimes(),
        neutral(made.path("timeout")),
        neutral(made.path("role")),
        neutral(made.at("/logging_config/0/log_group")),
        alias.path("name").asText(),
        made.at("/snap_start/0/apply_on").asText().equals("PublishedVersions")
            && made.path("publish").asText().equals("true"),
        environment,
        source(),
        "");
  }

  private Map<String, String> source() {
    Map<String, String> source = new TreeMap<>();
    for (JsonNode made : each("aws_lambda_event_source_mapping", one -> one)) {
      source.put("queue", neutral(made.path("event_source_arn")));
      source.put("calls", called(made.path("function_name").asText()));
      source.put("batch", neutral(made.path("batch_size")));
      source.put("answers", texts(made.path("function_response_types")).toString());
      source.put("at once", neutral(made.at("/scaling_config/0/maximum_concurrency")));
    }
    return source;
  }

  /** Returns the name of the alias, or the expression where it is another. */
  private String called(String expression) {
    for (JsonNode alias : each("aws_lambda_alias", one -> one)) {
      if (expression.equals("${aws_lambda_alias." + name(alias) + ".arn}")) {
        return alias.path("name").asText();
      }
    }
    return expression;
  }

  private Set<String> runtimes() {
    Set<String> runtimes = new TreeSet<>();
    QUOTED
        .matcher(variable("runtime").at("/validation/0/condition").asText())
        .results()
        .map((MatchResult quoted) -> quoted.group(1))
        .forEach(runtimes::add);
    return runtimes;
  }

  private static String endpoint(JsonNode made) {
    return neutral(made.path("service_name")) + " " + when(made.path("count"));
  }

  /** Local names that are true or false. */
  private Map<String, String> conditions() {
    Map<String, String> conditions = new TreeMap<>();
    module
        .at("/locals/0")
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().matches("(has|is|reads)_.*")) {
                conditions.put(entry.getKey(), inside(neutral(entry.getValue())));
              }
            });
    return conditions;
  }

  /** Returns the condition of a choice between one and none. */
  static String when(JsonNode choice) {
    return choice.asText().replaceAll("^\\$\\{local\\.(\\w+) \\? (?:1 : 0|\\[1] : \\[])}$", "$1");
  }

  private JsonNode variable(String name) {
    for (JsonNode variable : module.path("variable")) {
      if (variable.path("#0").asText().equals(name)) {
        return variable;
      }
    }
    throw new IllegalArgumentException("expected the variable " + name);
  }

  /** Returns the resource that says something about another. */
  private JsonNode of(String type, String argument, String name) {
    for (JsonNode made : each(type, one -> one)) {
      if (neutral(made.path(argument)).equals("${" + name + "}")) {
        return made;
      }
    }
    return MissingNode.getInstance();
  }

  private <T> List<T> each(String type, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    for (JsonNode made : (ArrayNode) module.path("resource")) {
      if (made.path("#0").asText().equals(type)) {
        all.add(read.apply(made));
      }
    }
    return all;
  }
}
