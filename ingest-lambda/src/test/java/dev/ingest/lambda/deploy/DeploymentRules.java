package dev.ingest.lambda.deploy;

import dev.ingest.lambda.IngestHandler;
import dev.ingest.lambda.deploy.Deployment.Alarm;
import dev.ingest.lambda.deploy.Deployment.Bucket;
import dev.ingest.lambda.deploy.Deployment.Grant;
import dev.ingest.lambda.deploy.Deployment.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of every template: each that does not is named, with its resource. */
final class DeploymentRules {

  /** What the readers of templates look into; something else could grant rights unseen. */
  private static final Set<String> KNOWN =
      Set.of(
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy",
          "AWS::Logs::LogGroup",
          "AWS::IAM::Role",
          "AWS::Serverless::Function",
          "AWS::Lambda::Permission",
          "AWS::CloudWatch::Alarm",
          "AWS::EC2::VPCEndpoint",
          "aws_s3_bucket",
          "aws_s3_bucket_lifecycle_configuration",
          "aws_s3_bucket_notification",
          "aws_s3_bucket_ownership_controls",
          "aws_s3_bucket_policy",
          "aws_s3_bucket_public_access_block",
          "aws_s3_bucket_server_side_encryption_configuration",
          "aws_s3_bucket_versioning",
          "aws_sqs_queue",
          "aws_sqs_queue_policy",
          "aws_cloudwatch_log_group",
          "aws_cloudwatch_metric_alarm",
          "aws_iam_role",
          "aws_iam_role_policy",
          "aws_iam_role_policy_attachment",
          "aws_lambda_function",
          "aws_lambda_alias",
          "aws_lambda_event_source_mapping",
          "aws_vpc_endpoint");

  private static final String NETWORK =
      "arn:${partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess";

  /** A statement of the Data API has no ARN: this condition is all the narrowness that there is. */
  private static final String OWN_STATEMENTS =
      "StringEquals redshift-data:statement-owner-iam-userid [${aws:userid}]";

  private final Deployment deployment;
  private final List<String> broken = new ArrayList<>();

  private DeploymentRules(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Returns what does not hold; empty for a good template. */
  static List<String> brokenBy(Deployment deployment) {
    DeploymentRules rules = new DeploymentRules(deployment);
    deployment.types().forEach(type -> rules.check(KNOWN.contains(type), type, "a known type"));
    rules.buckets();
    deployment.buckets().forEach(rules::bucket);
    deployment.queues().forEach(rules::queue);
    deployment.grants().forEach(rules::grant);
    rules.sources();
    rules.function();
    rules.called();
    rules.logs();
    rules.alarms();
    return rules.broken;
  }

  private void check(boolean holds, String where, String expected) {
    if (!holds) {
      broken.add(where + ": expected " + expected);
    }
  }

  private void buckets() {
    Set<String> called = new TreeSet<>();
    deployment.buckets().forEach(bucket -> called.add(bucket.called()));
    check(
        called.equals(Set.of("${upload_bucket_name}", "${output_bucket_name}")),
        "buckets",
        "one for uploads and another for output, found " + called);
    String told =
        deployment.function().source().isEmpty() ? "${function_aliaslive}" : "${queue.arn}";
    check(
        deployment.notifications().equals(List.of("upload_bucket: " + told)),
        "upload_bucket",
        "it alone to tell of objects, found " + deployment.notifications());
  }

  private void bucket(Bucket bucket) {
    check(bucket.closed(), bucket.name(), "all ways to the public to be blocked");
    check(bucket.versioned(), bucket.name(), "versions to be kept");
    check(bucket.kept(), bucket.name(), "it to stay when the rest goes");
    check(bucket.tidied(), bucket.name(), "unfinished uploads and old versions to go");
    check(
        bucket.encryption().equals("${has_kms_key ? \"aws:kms\" : \"AES256\"}"),
        bucket.name(),
        "encryption, with the key if there is one, found " + bucket.encryption());
    check(
        deployment.grants().stream().anyMatch(grant -> deniesPlain(grant, bucket)),
        bucket.name(),
        "a policy that denies all of it without TLS");
  }

  private static boolean deniesPlain(Grant grant, Bucket bucket) {
    String arn = "arn:${partition}:s3:::" + bucket.called();
    return !grant.allows()
        && grant.owner().equals(bucket.name())
        && grant.when().isEmpty()
        && grant.principals().equals(Set.of("AWS *"))
        && grant.actions().equals(Set.of("s3:*"))
        && grant.resources().equals(Set.of(arn, arn + "/*"))
        && grant.conditions().equals(Set.of("Bool aws:SecureTransport [false]"));
  }

  private void queue(Queue queue) {
    check(queue.encrypted(), queue.name(), "encryption");
    if (queue.name().equals("dead_letters")) {
      check(queue.retention().equals("1209600"), queue.name(), "messages to be kept for 14 days");
      return;
    }
    check(
        queue.hidden().equals("${6 * timeout}"),
        queue.name(),
        "a visibility timeout of 6 times the function's, found " + queue.hidden());
    check(
        queue.deadLetters().equals("${dead_letters.arn}"),
        queue.name(),
        "dead_letters for what fails, found \"" + queue.deadLetters() + '"');
    check(
        Set.of("3", "4", "5").contains(queue.tries()),
        queue.name(),
        "3 to 5 tries, found " + queue.tries());
  }

  private void grant(Grant grant) {
    if (!grant.allows()) {
      return;
    }
    for (String action : grant.actions()) {
      check(!action.contains("*"), grant.name(), "an action without *, found " + action);
    }
    for (String resource : grant.resources()) {
      boolean narrow = resource.startsWith("${") || resource.startsWith("arn:${partition}:");
      boolean own = grant.conditions().contains(OWN_STATEMENTS) && isOfStatements(grant);
      check(
          narrow && resource.indexOf('*') == (resource.endsWith("*") ? resource.length() - 1 : -1)
              || own,
          grant.name(),
          "a resource that is named, found " + resource);
    }
    check(!grant.principals().contains("AWS *"), grant.name(), "a principal that is named");
    check(!grant.sid().isEmpty(), grant.owner(), "each statement to have a name");
  }

  private static boolean isOfStatements(Grant grant) {
    return Set.of(
            "redshift-data:DescribeStatement",
            "redshift-data:GetStatementResult",
            "redshift-data:CancelStatement")
        .containsAll(grant.actions());
  }

  /** What another service does for anybody it must do for this account and this bucket alone. */
  private void sources() {
    for (Grant grant : deployment.grants()) {
      if (grant.principals().contains("Service s3.amazonaws.com")) {
        String conditions = grant.conditions().toString();
        check(
            conditions.contains("aws:SourceArn [arn:${partition}:s3:::${upload_bucket_name}]"),
            grant.name(),
            "aws:SourceArn to be the bucket of uploads");
        check(
            conditions.contains("aws:SourceAccount [${account_id}]"),
            grant.name(),
            "aws:SourceAccount to be this account");
      }
    }
    check(
        Set.of(NETWORK).containsAll(deployment.managed()),
        "function_role",
        "no policy of AWS but that for network interfaces, found " + deployment.managed());
  }

  private void function() {
    Deployment.Function function = deployment.function();
    check(
        function.handler().equals(IngestHandler.class.getName() + "::handleRequest"),
        "function",
        "the handler of the package, found " + function.handler());
    check(
        function.runtimes().equals(Set.of("java21", "java25")),
        "function",
        "runtimes that SnapStart has and that are maintained, found " + function.runtimes());
    check(function.timeout().equals("${timeout}"), "function", "the timeout of the parameter");
    check(function.role().equals("${function_role.arn}"), "function", "the role function_role");
    check(
        function.logGroup().equals("${log_group}"),
        "function",
        "the log group that has a retention, found \"" + function.logGroup() + '"');
    check(function.snapshot(), "function", "SnapStart of published versions");
    check(function.alias().equals("live"), "function", "the alias live");
    for (String name : function.environment().keySet()) {
      check(
          !name.contains("PASSWORD") && !name.contains("TOKEN"),
          "function",
          "no secret among its variables, found " + name);
    }
  }

  private void called() {
    Map<String, String> source = deployment.function().source();
    if (source.isEmpty()) {
      check(
          deployment.function().failures().equals("${dead_letters.arn}"),
          "function",
          "dead_letters for what fails");
      return;
    }
    Map<String, String> expected =
        Map.of(
            "queue", "${queue.arn}",
            "calls", "live",
            "batch", "1",
            "answers", "[ReportBatchItemFailures]",
            "at once", "${maximum_concurrency}");
    expected.forEach(
        (key, value) ->
            check(
                value.equals(source.get(key)),
                "function",
                "of its queue \"%s\" to be %s, found %s".formatted(key, value, source.get(key))));
  }

  private void logs() {
    check(
        deployment.logs().equals(Map.of("log_group", "${log_retention_days}")),
        "log_group",
        "a retention, found " + deployment.logs());
  }

  private void alarms() {
    Set<String> wanted =
        new TreeSet<>(
            Set.of(
                "AWS/SQS ApproximateNumberOfMessagesVisible {QueueName=${dead_letters}} > 0",
                "AWS/Lambda Errors {FunctionName=${function}} > 0",
                "AWS/Lambda Throttles {FunctionName=${function}} > 0",
                "AWS/Lambda Duration {FunctionName=${function}} > ${800 * timeout}"));
    for (String outcome : List.of("failed", "out of time", "refused", "unknown key")) {
      wanted.add(
          "${metrics_namespace} Runs {Function=${function}, Outcome=%s} > 0".formatted(outcome));
    }
    if (!deployment.function().source().isEmpty()) {
      wanted.add(
          "AWS/SQS ApproximateAgeOfOldestMessage {QueueName=${queue}} > ${oldest_message_seconds}");
    }
    for (Alarm alarm : deployment.alarms()) {
      check(alarm.told(), alarm.name(), "the topic of alarms to be told");
      wanted.remove(alarm.watched() + " > " + alarm.threshold());
    }
    wanted.forEach(missing -> check(false, "alarms", missing + ", found none"));
  }
}
