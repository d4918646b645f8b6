package dev.ingest.lambda.deploy;

import static dev.ingest.lambda.deploy.TerraformModule.inside;
import static dev.ingest.lambda.deploy.TerraformModule.name;
import static dev.ingest.lambda.deploy.TerraformModule.neutral;
import static dev.ingest.lambda.deploy.TerraformModule.texts;
import static dev.ingest.lambda.deploy.TerraformModule.when;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingest.lambda.deploy.Deployment.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what, by the documents of a module.
 *
 * @param module all that is written in it
 */
record TerraformPolicies(JsonNode module) {

  /** Returns all statements of all documents that are attached to something. */
  List<Grant> grants() {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode made : module.path("resource")) {
      switch (made.path("#0").asText()) {
        case "aws_s3_bucket_policy" -> add(grants, made.path("bucket"), "", made.path("policy"));
        case "aws_sqs_queue_policy" -> add(grants, made.path("queue_url"), "", made.path("policy"));
        case "aws_iam_role_policy" -> add(grants, made.path("role"), "", made.path("policy"));
        case "aws_iam_role" -> {
          String trust = name(made).replace("_role", "_trust");
          add(grants, made.path("none"), trust, made.path("assume_role_policy"));
        }
        default -> {}
      }
    }
    return grants;
  }

  private void add(List<Grant> grants, JsonNode to, String otherwise, JsonNode policy) {
    String owner = to.isMissingNode() ? otherwise : inside(neutral(to));
    String document = policy.asText().replaceAll("^\\$\\{data\\.\\w+\\.(\\w+)\\.json}$", "$1");
    for (JsonNode data : module.path("data")) {
      if (data.path("#0").asText().equals("aws_iam_policy_document")
          && name(data).equals(document)) {
        data.path("statement").forEach(one -> grants.add(grant(owner, "", one)));
        for (JsonNode dynamic : data.path("dynamic")) {
          String when = when(dynamic.path("for_each"));
          grants.add(grant(owner, when, dynamic.at("/content/0")));
        }
        return;
      }
    }
    throw new IllegalArgumentException(owner + ": expected a document, found " + policy);
  }

  private static Grant grant(String owner, String when, JsonNode statement) {
    Set<String> principals = new TreeSet<>();
    for (JsonNode some : statement.path("principals")) {
      texts(some.path("identifiers"))
          .forEach(who -> principals.add(some.path("type").asText() + " " + who));
    }
    Set<String> conditions = new TreeSet<>();
    for (JsonNode one : statement.path("condition")) {
      conditions.add(
          one.path("test").asText()
              + " "
              + one.path("variable").asText()
              + " "
              + texts(one.path("values")));
    }
    return new Grant(
        owner,
        statement.path("sid").asText(),
        when,
        statement.path("effect").asText().equals("Allow"),
        principals,
        texts(statement.path("actions")),
        texts(statement.path("resources")),
        conditions);
  }
}
