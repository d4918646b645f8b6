package dev.ingest.lambda.deploy;

import static dev.ingest.lambda.deploy.SamText.name;
import static dev.ingest.lambda.deploy.SamText.neutral;
import static dev.ingest.lambda.deploy.SamText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.lambda.deploy.Deployment.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, by the resources of a template.
 *
 * @param resources by their logical names
 */
record SamPolicies(JsonNode resources) {

  /** Returns all statements of all policies. */
  List<Grant> grants() {
    List<Grant> grants = new ArrayList<>();
    resources
        .properties()
        .forEach(
            entry -> {
              String name = name(entry.getKey());
              JsonNode set = entry.getValue().path("Properties");
              switch (entry.getValue().path("Type").asText()) {
                case "AWS::S3::BucketPolicy" ->
                    add(grants, inside(neutral(set.path("Bucket"))), set.path("PolicyDocument"));
                case "AWS::SQS::QueuePolicy" ->
                    add(grants, inside(neutral(set.at("/Queues/0"))), set.path("PolicyDocument"));
                case "AWS::IAM::Role" -> {
                  String trust = name.replace("_role", "_trust");
                  add(grants, trust, set.path("AssumeRolePolicyDocument"));
                  for (JsonNode policy : set.path("Policies")) {
                    add(grants, name, policy.path("PolicyDocument"));
                  }
                }
                case "AWS::Lambda::Permission" -> grants.add(permission(set));
                default -> {}
              }
            });
    return grants;
  }

  private static String inside(String hole) {
    return hole.substring(2, hole.length() - 1);
  }

  private static void add(List<Grant> grants, String owner, JsonNode document) {
    for (JsonNode statement : document.path("Statement")) {
      JsonNode choice = statement.path("!If");
      String when = choice.isMissingNode() ? "" : name(choice.path(0).asText());
      grants.add(grant(owner, when, choice.isMissingNode() ? statement : choice.path(1)));
    }
  }

  private static Grant grant(String owner, String when, JsonNode statement) {
    Set<String> principals = new TreeSet<>();
    JsonNode principal = statement.path("Principal");
    principal
        .properties()
        .forEach(
            kind ->
                texts(kind.getValue()).forEach(who -> principals.add(kind.getKey() + " " + who)));
    if (principal.isTextual()) {
      principals.add("AWS " + principal.asText());
    }
    Set<String> conditions = new TreeSet<>();
    statement
        .path("Condition")
        .properties()
        .forEach(
            test ->
                test.getValue()
                    .properties()
                    .forEach(
                        key ->
                            conditions.add(
                                test.getKey() + " " + key.getKey() + " " + texts(key.getValue()))));
    return new Grant(
        owner,
        statement.path("Sid").asText(),
        when,
        statement.path("Effect").asText().equals("Allow"),
        principals,
        texts(statement.path("Action")),
        texts(statement.path("Resource")),
        conditions);
  }

  private static Grant permission(JsonNode set) {
    Set<String> conditions = new TreeSet<>();
    for (String key : List.of("SourceArn", "SourceAccount")) {
      if (set.has(key)) {
        conditions.add("Equals aws:" + key + " [" + neutral(set.path(key)) + "]");
      }
    }
    return new Grant(
        "function",
        "Permission",
        "",
        true,
        Set.of("Service " + set.path("Principal").asText()),
        texts(set.path("Action")),
        texts(set.path("FunctionName")),
        conditions);
  }

  /** Returns the policies of AWS that are taken. */
  Set<String> managed() {
    Set<String> managed = new TreeSet<>();
    for (JsonNode made : resources) {
      JsonNode policies = made.at("/Properties/ManagedPolicyArns");
      JsonNode given = policies.has("!If") ? policies.at("/!If/1") : policies;
      managed.addAll(texts(given));
      // Those by which SAM would make a role of its own.
      if (made.path("Type").asText().equals("AWS::Serverless::Function")
          && made.path("Properties").has("Policies")) {
        managed.add(made.at("/Properties/Policies").toString());
      }
    }
    return managed;
  }
}
