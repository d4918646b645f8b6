package dev.ingest.testkit.doubles.redshift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SQL statement that the Data API was given, and what became of it. */
final class DataStatement {

  private final String id;
  private final String sql;
  private String status = "SUBMITTED";
  private @Nullable String error;
  private @Nullable ObjectNode result;
  private long rows = -1;

  DataStatement(String id, String sql) {
    this.id = id;
    this.sql = sql;
  }

  String id() {
    return id;
  }

  synchronized String status() {
    return status;
  }

  synchronized void become(String newStatus) {
    status = newStatus;
  }

  synchronized @Nullable String error() {
    return error;
  }

  synchronized @Nullable ObjectNode result() {
    return result;
  }

  /** Runs on this connection; whether that went well. */
  boolean run(Connection connection, Map<String, String> parameters) {
    become("STARTED");
    NamedParameters named = NamedParameters.of(sql, parameters.keySet());
    try (PreparedStatement statement = connection.prepareStatement(named.sql())) {
      List<String> names = named.names();
      for (int i = 0; i < names.size(); i++) {
        // Of no type: the value is text, and the database converts it to what it needs.
        statement.setObject(i + 1, parameters.get(names.get(i)), Types.OTHER);
      }
      keep(statement.execute(), statement);
      return true;
    } catch (SQLException e) {
      fail(String.valueOf(e.getMessage()));
      return false;
    }
  }

  synchronized void fail(String message) {
    status = "FAILED";
    error = message;
  }

  private synchronized void keep(boolean hasRows, PreparedStatement statement) throws SQLException {
    if (hasRows) {
      try (ResultSet found = statement.getResultSet()) {
        ObjectNode read = DataResult.of(found);
        result = read;
        rows = read.path("TotalNumRows").asLong();
      }
    } else {
      rows = statement.getUpdateCount();
    }
    status = "FINISHED";
  }

  /** As {@code DescribeStatement} tells it, for a statement alone or within a batch. */
  synchronized ObjectNode described() {
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put("Id", id).put("Status", status).put("QueryString", sql);
    description.put("HasResultSet", result != null).put("ResultRows", rows);
    if (error != null) {
      description.put("Error", error);
    }
    return description;
  }

  static ArrayNode described(List<DataStatement> statements) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    statements.forEach(statement -> all.add(statement.described()));
    return all;
  }
}
