package dev.ingest.lambda.event;

import dev.ingest.lambda.event.Event.BatchJob;
import dev.ingest.lambda.event.Event.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tasks of a job of S3 Batch Operations. Schema 1.0 names the bucket by its ARN, 2.0 by
 * its name; keys are form-encoded in both, whatever the manifest was like.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">Invoke
 *     AWS Lambda function</a>
 */
final class BatchTasks {

  private static final String HINT = "let the job's schema be 1.0 or 2.0";

  private BatchTasks() {}

  static boolean isOne(Part event) {
    return event.node().path("tasks").isArray();
  }

  static Event read(Part event) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < event.node().path("tasks").size(); i++) {
      Part task = event.element("tasks", i).hinting(HINT);
      messages.add(new Message(task.optional("taskId"), List.of(notice(task))));
    }
    String version = event.optional("invocationSchemaVersion");
    String invocation = event.optional("invocationId");
    BatchJob job =
        new BatchJob(version == null ? "1.0" : version, invocation == null ? "" : invocation);
    return new Event(Door.BATCH_OPERATIONS, messages, job);
  }

  private static Notice notice(Part task) {
    try {
      String encoded = task.text("s3Key");
      String key = KeyDecoding.decode(encoded);
      if (key == null) {
        throw task.refused("s3Key", "a form-encoded key", encoded);
      }
      return new ObjectFields(task, bucket(task), key, task.optional("s3VersionId"), null, null)
          .notice();
    } catch (MalformedException malformed) {
      return malformed.notice();
    }
  }

  /** An ARN ends with the bucket's name, whether it names region and account or not. */
  private static String bucket(Part task) throws MalformedException {
    String name = task.optional("s3Bucket");
    if (name != null) {
      return name;
    }
    String arn = task.text("s3BucketArn");
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
