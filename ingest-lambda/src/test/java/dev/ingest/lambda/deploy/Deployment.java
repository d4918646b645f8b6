package dev.ingest.lambda.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a template makes, said alike for all forms of templates: names are in lower case with
 * underscores, and what is filled in later stands as <code>${parameter}</code> or <code>
 * ${resource.attribute}</code>. Two forms that make the same are equal.
 *
 * @param types of resources in the form's own words: what a reader does not know it must not miss
 * @param notifications from a bucket to what it tells, such as <code>upload_bucket: ${queue.arn}
 *     </code>
 * @param managed policies that are AWS's own
 * @param endpoints the service and the condition of each, such as {@code
 *     com.amazonaws.${region}.sns has_topic_endpoint}
 * @param conditions of the template by name, as expressions
 * @param logs the days that each log group is kept
 */
public record Deployment(
    Set<String> types,
    List<Bucket> buckets,
    List<String> notifications,
    List<Queue> queues,
    List<Grant> grants,
    Set<String> managed,
    Map<String, String> logs,
    List<Alarm> alarms,
    Function function,
    Set<String> endpoints,
    Map<String, String> conditions,
    Set<String> parameters) {

  /**
   * A bucket.
   *
   * @param called its own name
   * @param encryption the algorithm and the key
   * @param closed whether all four ways to the public are blocked, and rights are policies alone
   * @param kept whether it stays when the rest goes
   * @param tidied whether unfinished uploads and old versions go
   */
  public record Bucket(
      String name,
      String called,
      String encryption,
      boolean closed,
      boolean versioned,
      boolean kept,
      boolean tidied) {}

  /**
   * A queue.
   *
   * @param hidden how long a message is that is worked on, or empty
   * @param deadLetters where messages go that failed too often, or empty
   * @param tries before they do, or empty
   * @param retention in seconds
   */
  public record Queue(
      String name,
      String hidden,
      String deadLetters,
      String tries,
      String retention,
      boolean encrypted) {}

  /**
   * A statement of a policy.
   *
   * @param owner what the policy is attached to
   * @param when the condition of the template, or empty
   * @param conditions of the statement, such as {@code StringEquals aws:SourceAccount [...]}
   */
  public record Grant(
      String owner,
      String sid,
      String when,
      boolean allows,
      Set<String> principals,
      Set<String> actions,
      Set<String> resources,
      Set<String> conditions) {

    String name() {
      return owner + "/" + sid;
    }
  }

  /**
   * An alarm.
   *
   * @param when the condition of the template, or empty
   * @param watched namespace, metric and dimensions
   * @param threshold above which it is raised
   * @param told whether the alarms' topic is
   */
  public record Alarm(String name, String when, String watched, String threshold, boolean told) {}

  /**
   * The function.
   *
   * @param file of the package, as it is written
   * @param runtimes that may be chosen
   * @param alias that is called
   * @param source what the queue is polled with, empty where the bucket calls the function
   * @param failures where events go that the function could not take when it is called, or empty
   */
  public record Function(
      String file,
      String handler,
      Set<String> runtimes,
      String timeout,
      String role,
      String logGroup,
      String alias,
      boolean snapshot,
      Map<String, String> environment,
      Map<String, String> source,
      String failures) {}
}
