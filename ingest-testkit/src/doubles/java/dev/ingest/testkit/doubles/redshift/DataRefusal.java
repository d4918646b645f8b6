package dev.ingest.testkit.doubles.redshift;

import com.fasterxml.jackson.databind.JsonNode;

/** An error of the Data API that says that a request is not taken. */
final class DataRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  DataRefusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  String type() {
    return type;
  }

  /** Whether a submission has what it needs, and no more than it may have. */
  static void check(String operation, JsonNode request, int mostStatements, int longestToken)
      throws DataRefusal {
    require(request.hasNonNull("Database"), "Database must be given");
    require(
        request.hasNonNull("ClusterIdentifier") != request.hasNonNull("WorkgroupName"),
        "either ClusterIdentifier or WorkgroupName must be given");
    require(
        request.hasNonNull("WorkgroupName")
            || request.hasNonNull("DbUser") != request.hasNonNull("SecretArn"),
        "either DbUser or SecretArn must be given");
    require(
        request.path("ClientToken").asText().length() <= longestToken,
        "ClientToken must have at most " + longestToken + " characters");
    if (operation.equals("ExecuteStatement")) {
      require(request.hasNonNull("Sql") && !request.has("Sqls"), "Sql must be given");
    } else {
      int count = request.path("Sqls").size();
      require(
          count >= 1 && count <= mostStatements,
          "Sqls must have 1 to " + mostStatements + " statements, found " + count);
    }
  }

  private static void require(boolean condition, String message) throws DataRefusal {
    if (!condition) {
      throw new DataRefusal("ValidationException", message);
    }
  }
}
