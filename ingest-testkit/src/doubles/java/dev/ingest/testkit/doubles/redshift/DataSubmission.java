package dev.ingest.testkit.doubles.redshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one {@code ExecuteStatement} or {@code BatchExecuteStatement} has asked for. */
final class DataSubmission {

  private final String id;
  private final boolean batch;
  private final List<DataStatement> statements = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String status = "SUBMITTED";

  DataSubmission(String id, JsonNode request) {
    this.id = id;
    this.batch = request.has("Sqls");
    if (batch) {
      for (JsonNode sql : request.path("Sqls")) {
        statements.add(new DataStatement(id + ":" + (statements.size() + 1), sql.asText()));
      }
    } else {
      statements.add(new DataStatement(id, request.path("Sql").asText()));
    }
    for (JsonNode parameter : request.path("Parameters")) {
      parameters.put(parameter.path("name").asText(), parameter.path("value").asText());
    }
  }

  String id() {
    return id;
  }

  synchronized String status() {
    return status;
  }

  private synchronized void become(String newStatus) {
    status = newStatus;
  }

  /** Ends what has not begun; whether there was something to end. */
  synchronized boolean abort() {
    boolean waiting = status.equals("SUBMITTED");
    if (waiting) {
      status = "ABORTED";
      statements.forEach(statement -> statement.become("ABORTED"));
    }
    return waiting;
  }

  private synchronized boolean begin() {
    if (!status.equals("SUBMITTED")) {
      return false;
    }
    status = "STARTED";
    return true;
  }

  /** Runs all statements in one transaction. */
  void run(RedshiftServer server) {
    if (!begin()) {
      return;
    }
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
      // A statement alone is its own transaction, as TRUNCATE and VACUUM want it.
      connection.setAutoCommit(!batch);
      boolean well = runAll(connection);
      if (batch && well) {
        connection.commit();
      }
      become(well ? "FINISHED" : "FAILED");
    } catch (SQLException | IllegalArgumentException | RedshiftRefusal e) {
      statements.get(statements.size() - 1).fail(String.valueOf(e.getMessage()));
      become("FAILED");
    }
  }

  /** After the first failure the others are aborted; closing the connection rolls back. */
  private boolean runAll(Connection connection) {
    boolean well = true;
    for (DataStatement statement : statements) {
      if (well) {
        well = statement.run(connection, parameters);
      } else {
        statement.become("ABORTED");
      }
    }
    return well;
  }

  ObjectNode described() {
    ObjectNode description = statements.get(0).described();
    description.put("Id", id).put("Status", status());
    for (DataStatement statement : statements) {
      @Nullable String error = statement.error();
      if (error != null) {
        description.put("Error", error);
      }
    }
    if (batch) {
      description.remove(List.of("QueryString", "ResultRows"));
      description.put("HasResultSet", statements.stream().anyMatch(s -> s.result() != null));
      description.set("SubStatements", DataStatement.described(statements));
    }
    return description;
  }

  /** The rows of the statement with this id, of the batch or alone; null if there are none. */
  @Nullable ObjectNode result(String statementId) {
    for (DataStatement statement : statements) {
      if (statement.id().equals(statementId)) {
        return statement.result();
      }
    }
    return null;
  }
}
