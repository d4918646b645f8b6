package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Events as the services send them, by door; cut down to what a service always sends. */
public final class Events {

  private Events() {}

  /** The event of objects that were put into one bucket. */
  public static String created(String bucket, String... keys) {
    List<String> records = new ArrayList<>();
    for (String key : keys) {
      records.add(record("ObjectCreated:Put", bucket, key));
    }
    return s3(records.toArray(String[]::new));
  }

  /** S3's notification of records. */
  public static String s3(String... records) {
    return "{\"Records\": [%s]}".formatted(String.join(", ", records));
  }

  /** One record of S3's notification; the key is encoded as S3 does. */
  public static String record(String name, String bucket, String key) {
    return """
    {"eventVersion": "2.6", "eventSource": "aws:s3", "awsRegion": "eu-west-1",
     "eventTime": "2020-02-01T10:15:00.000Z", "eventName": "%s",
     "userIdentity": {"principalId": "AWS:AIDAEXAMPLE"},
     "requestParameters": {"sourceIPAddress": "127.0.0.1"},
     "responseElements": {"x-amz-request-id": "C3D13FE58DE4C810"},
     "s3": {"s3SchemaVersion": "1.0", "configurationId": "workbooks",
            "bucket": {"name": "%s", "ownerIdentity": {"principalId": "A3NL1KOZZKExample"},
                       "arn": "arn:aws:s3:::%2$s"},
            "object": {"key": "%3$s", "size": 5368709120, "sequencer": "0055AED6DCD90281E5"}}}"""
        .formatted(name, bucket, URLEncoder.encode(key, UTF_8).replace("%2F", "/"));
  }

  /** What S3 sends once, when notifications are set up. */
  public static String test(String bucket) {
    return """
    {"Service": "Amazon S3", "Event": "s3:TestEvent", "Time": "2014-10-13T15:57:02.089Z",
     "Bucket": "%s", "RequestId": "5582815E1AEA5ADF", "HostId": "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3e"}"""
        .formatted(bucket);
  }

  /** Messages of a queue, {@code m1}, {@code m2} and so on, with these bodies. */
  public static String queue(String... bodies) {
    List<String> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(
          """
          {"messageId": "m%s", "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a", "body": %s,
           "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1523232000000"},
           "messageAttributes": {}, "md5OfBody": "7b270e59b47ff90a553787216d55d91d",
           "eventSource": "aws:sqs", "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:uploads",
           "awsRegion": "eu-west-1"}"""
              .formatted(records.size() + 1, quoted(body)));
    }
    return s3(records.toArray(String[]::new));
  }

  /** A topic's call of the function. */
  public static String topic(String message) {
    return """
    {"Records": [{"EventVersion": "1.0", "EventSource": "aws:sns",
      "EventSubscriptionArn": "arn:aws:sns:eu-west-1:123456789012:uploads:21be56ed",
      "Sns": {"SignatureVersion": "1", "Type": "Notification", "Subject": "Amazon S3 Notification",
              "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e", "Message": %s,
              "Timestamp": "2019-01-02T12:45:07.000Z", "MessageAttributes": {}}}]}"""
        .formatted(quoted(message));
  }

  /** A topic's message as a queue gets it where raw delivery is off. */
  public static String notification(String message) {
    return """
    {"Type": "Notification", "MessageId": "dc1e94d9-56c5-5e96-808d-cc7f68faa162",
     "TopicArn": "arn:aws:sns:eu-west-1:123456789012:uploads", "Subject": "Amazon S3 Notification",
     "Message": %s, "Timestamp": "2021-02-16T19:42:25.230Z", "SignatureVersion": "1"}"""
        .formatted(quoted(message));
  }

  /** An event of EventBridge about an object; keys are plain there. */
  public static String bridge(String kind, String bucket, String key) {
    return """
    {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "%s",
     "source": "aws.s3", "account": "111122223333", "time": "2021-11-12T00:00:00Z",
     "region": "eu-west-1", "resources": ["arn:aws:s3:::%s"],
     "detail": {"version": "0", "bucket": {"name": "%2$s"},
       "object": {"key": %s, "size": 5, "sequencer": "617f08299329d189"},
       "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012",
       "source-ip-address": "1.2.3.4", "reason": "PutObject"}}"""
        .formatted(kind, bucket, quoted(key));
  }

  /** A job of S3 Batch Operations, schema 1.0: tasks {@code t1}, {@code t2} and so on. */
  public static String batch(String bucket, String... keys) {
    return tasks("1.0", "\"s3BucketArn\": \"arn:aws:s3:::" + bucket + "\"", keys);
  }

  /** A job of S3 Batch Operations, schema 2.0. */
  public static String secondBatch(String bucket, String... keys) {
    return tasks("2.0", "\"s3Bucket\": \"" + bucket + "\"", keys);
  }

  private static String tasks(String version, String bucket, String... keys) {
    List<String> tasks = new ArrayList<>();
    for (String key : keys) {
      tasks.add(
          """
          {"taskId": "t%s", "s3Key": "%s", "s3VersionId": null, %s}"""
              .formatted(tasks.size() + 1, URLEncoder.encode(key, UTF_8), bucket));
    }
    return """
    {"invocationSchemaVersion": "%s", "invocationId": "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
     "job": {"id": "f3cc4f60-61f6-4a2b-8a21-d07600c373ce"}, "tasks": [%s]}"""
        .formatted(version, String.join(", ", tasks));
  }

  /** A batch of a Distributed Map over a listing of a bucket. */
  public static String items(String bucket, String... keys) {
    List<String> items = new ArrayList<>();
    for (String key : keys) {
      items.add(
          """
          {"Key": %s, "LastModified": 1.6e9, "Size": 5, "StorageClass": "STANDARD"}"""
              .formatted(quoted(key)));
    }
    return "{\"BatchInput\": {\"bucket\": \"%s\"}, \"Items\": [%s]}"
        .formatted(bucket, String.join(", ", items));
  }

  /** What a person sends. */
  public static String call(String bucket, String key) {
    return "{\"bucket\": \"%s\", \"key\": %s}".formatted(bucket, quoted(key));
  }

  /** A text as JSON writes it. */
  public static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }
}
