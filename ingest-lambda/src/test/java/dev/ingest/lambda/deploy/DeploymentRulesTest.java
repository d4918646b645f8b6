package dev.ingest.lambda.deploy;

import static dev.ingest.lambda.deploy.Templates.SAM;
import static dev.ingest.lambda.deploy.Templates.TERRAFORM;
import static dev.ingest.lambda.deploy.Templates.TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates keep the rules, and a template with a mistake would not. */
class DeploymentRulesTest {

  @ParameterizedTest
  @EnumSource
  void allHold(Templates form) {
    assertThat(DeploymentRules.brokenBy(form.read())).isEmpty();
  }

  /** One name given for both is refused before anything is made. */
  @ParameterizedTest
  @EnumSource
  void theTwoBucketsMustBeTwo(Templates form) {
    Deployment unused =
        form.read(
            text -> {
              assertThat(text)
                  .containsAnyOf(
                      "Assert: !Not [!Equals [!Ref UploadBucketName, !Ref OutputBucketName]]",
                      "condition     = var.upload_bucket_name != var.output_bucket_name");
              return text;
            });
  }

  @ParameterizedTest
  @MethodSource
  void aMistakeIsFound(Templates form, String right, String wrong, String message) {
    Deployment mistaken =
        form.read(
            text -> {
              assertThat(text).contains(right);
              return text.replace(right, wrong);
            });

    assertThat(DeploymentRules.brokenBy(mistaken)).contains(message);
  }

  static Stream<Arguments> aMistakeIsFound() {
    return Stream.of(
        of(
            SAM,
            "Action: [s3:PutObject, s3:AbortMultipartUpload]",
            "Action: \"s3:*\"",
            "function_role/WriteOutput: expected an action without *, found s3:*"),
        of(
            TERRAFORM,
            "[\"secretsmanager:GetSecretValue\"]",
            "[\"secretsmanager:*\"]",
            "function_role/ReadSecret: expected an action without *, found secretsmanager:*"),
        of(
            SAM,
            "Resource: !Ref SecretArn",
            "Resource: \"*\"",
            "function_role/ReadSecret: expected a resource that is named, found *"),
        of(
            TERRAFORM,
            "[aws_sqs_queue.queue.arn]",
            "[\"*\"]",
            "function_role/TakeMessages: expected a resource that is named, found *"),
        of(
            SAM,
            "s3:::${UploadBucketName}/*\"\n              - Sid: Tell",
            "s3:::*/*\"\n              - Sid: Tell",
            "function_role/ReadUploads: expected a resource that is named, found"
                + " arn:${partition}:s3:::*/*"),
        of(
            SAM,
            "{ StringEquals: { \"redshift-data:statement-owner-iam-userid\": \"${aws:userid}\" } }",
            "{ Bool: { \"aws:SecureTransport\": \"true\" } }",
            "function_role/FollowOwnStatements: expected a resource that is named, found *"),
        of(
            TERRAFORM,
            "restrict_public_buckets = true",
            "restrict_public_buckets = false",
            "upload_bucket: expected all ways to the public to be blocked"),
        of(
            SAM,
            "BlockPublicPolicy: true",
            "BlockPublicPolicy: false",
            "output_bucket: expected all ways to the public to be blocked"),
        of(
            SAM,
            "SSEAlgorithm: !If [HasKmsKey, \"aws:kms\", AES256]",
            "SSEAlgorithm: AES256",
            "upload_bucket: expected encryption, with the key if there is one, found AES256"),
        of(
            TERRAFORM,
            "status = \"Enabled\"\n  }\n}",
            "status = \"Suspended\"\n  }\n}",
            "output_bucket: expected versions to be kept"),
        of(
            TRIGGER,
            "{ \"aws:SecureTransport\": \"false\" }",
            "{ \"aws:SecureTransport\": \"true\" }",
            "upload_bucket: expected a policy that denies all of it without TLS"),
        of(
            TERRAFORM,
            "policy = data.aws_iam_policy_document.output_bucket.json",
            "policy = data.aws_iam_policy_document.upload_bucket.json",
            "output_bucket: expected a policy that denies all of it without TLS"),
        of(
            SAM,
            "    DeletionPolicy: Retain\n",
            "",
            "upload_bucket: expected it to stay when the rest goes"),
        of(
            SAM,
            "            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }\n",
            "",
            "output_bucket: expected unfinished uploads and old versions to go"),
        of(
            SAM,
            "BucketName: !Ref OutputBucketName",
            "BucketName: !Ref UploadBucketName",
            "buckets: expected one for uploads and another for output, found"
                + " [${upload_bucket_name}]"),
        of(
            TERRAFORM,
            "  bucket     = aws_s3_bucket.upload_bucket.id\n",
            "  bucket     = aws_s3_bucket.output_bucket.id\n",
            "upload_bucket: expected it alone to tell of objects, found [output_bucket:"
                + " ${queue.arn}]"),
        of(
            SAM,
            "VisibilitySeconds: 5400",
            "VisibilitySeconds: 900",
            "queue: expected a visibility timeout of 6 times the function's, found ${1 *, 6 *"
                + " timeout}"),
        of(
            SAM,
            "AllowedValues: [60, 120, 300, 600, 900]",
            "AllowedValues: [60, 90, 120]",
            "queue: expected a visibility timeout of 6 times the function's, found ${6 *, none for"
                + " 90 timeout}"),
        of(
            TERRAFORM,
            "6 * var.timeout",
            "300",
            "queue: expected a visibility timeout of 6 times the function's, found 300"),
        of(
            TERRAFORM,
            "deadLetterTargetArn = aws_sqs_queue.dead_letters.arn",
            "deadLetterTargetArn = \"\"",
            "queue: expected dead_letters for what fails, found \"\""),
        of(
            SAM,
            "maxReceiveCount: 4",
            "maxReceiveCount: 1",
            "queue: expected 3 to 5 tries, found 1"),
        of(
            SAM,
            "SqsManagedSseEnabled: true",
            "SqsManagedSseEnabled: false",
            "dead_letters: expected encryption"),
        of(
            SAM,
            "ArnEquals: { \"aws:SourceArn\": !Sub"
                + " \"arn:${AWS::Partition}:s3:::${UploadBucketName}\" }",
            "ArnLike: { \"aws:SourceArn\": \"arn:aws:s3:::*\" }",
            "queue/TellOfUploads: expected aws:SourceArn to be the bucket of uploads"),
        of(
            TERRAFORM,
            "values   = [local.account_id]\n    }\n  }\n}",
            "values   = [\"*\"]\n    }\n  }\n}",
            "queue/TellOfUploads: expected aws:SourceAccount to be this account"),
        of(
            TRIGGER,
            "      SourceAccount: !Ref \"AWS::AccountId\"\n",
            "",
            "function/Permission: expected aws:SourceAccount to be this account"),
        of(
            SAM,
            "AWSLambdaENIManagementAccess",
            "AWSLambdaVPCAccessExecutionRole",
            "function_role: expected no policy of AWS but that for network interfaces, found"
                + " [arn:${partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]"),
        of(
            SAM,
            "      Role: !GetAtt FunctionRole.Arn\n",
            "      Policies: [AdministratorAccess]\n",
            "function: expected the role function_role"),
        of(
            TERRAFORM,
            "resource \"aws_vpc_endpoint\" \"bus_endpoint\"",
            "resource \"aws_iam_user_policy\" \"bus_endpoint\"",
            "aws_iam_user_policy: expected a known type"),
        of(
            SAM,
            "BatchSize: 1",
            "BatchSize: 10",
            "function: expected of its queue \"batch\" to be 1, found 10"),
        of(
            TERRAFORM,
            "[\"ReportBatchItemFailures\"]",
            "[]",
            "function: expected of its queue \"answers\" to be [ReportBatchItemFailures], found"
                + " []"),
        of(
            TERRAFORM,
            "aws_lambda_alias.live.arn\n  batch",
            "aws_lambda_function.function.arn\n  batch",
            "function: expected of its queue \"calls\" to be live, found"
                + " ${aws_lambda_function.function.arn}"),
        of(
            SAM,
            "IngestHandler::handleRequest",
            "Handler::handleRequest",
            "function: expected the handler of the package, found"
                + " dev.ingest.lambda.Handler::handleRequest"),
        of(
            TERRAFORM,
            "[\"java21\", \"java25\"]",
            "[\"java11\", \"java25\"]",
            "function: expected runtimes that SnapStart has and that are maintained, found [java11,"
                + " java25]"),
        of(
            SAM,
            "      SnapStart: { ApplyOn: PublishedVersions }\n",
            "",
            "function: expected SnapStart of published versions"),
        of(
            SAM,
            "INGEST_DB_USER: ",
            "PGPASSWORD: ",
            "function: expected no secret among its variables, found PGPASSWORD"),
        of(
            TRIGGER,
            "          OnFailure: { Type: SQS, Destination: !GetAtt DeadLetters.Arn }\n",
            "",
            "function: expected dead_letters for what fails"),
        of(
            SAM,
            "      RetentionInDays: !Ref LogRetentionDays\n",
            "",
            "log_group: expected a retention, found {log_group=}"),
        of(
            SAM,
            "      LoggingConfig: { LogGroup: !Ref LogGroup }\n",
            "",
            "function: expected the log group that has a retention, found \"\""),
        of(
            SAM,
            "AlarmMillis: 720000",
            "AlarmMillis: 900000",
            "alarms: expected AWS/Lambda Duration {FunctionName=${function}} > ${800 * timeout},"
                + " found none"),
        of(
            TERRAFORM,
            "Outcome  = \"refused\"",
            "Outcome  = \"loaded\"",
            "alarms: expected ${metrics_namespace} Runs {Function=${function}, Outcome=refused} >"
                + " 0, found none"),
        of(
            TERRAFORM,
            "alarm_actions       = local.alarm_actions",
            "alarm_actions       = []",
            "dead_letters_alarm: expected the topic of alarms to be told"));
  }

  private static Arguments of(Templates form, String right, String wrong, String message) {
    return Arguments.of(form, right, wrong, message);
  }
}
