package dev.ingest.row;

import dev.ingest.naming.NormalName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what makes no sense among the columns of a schema: two that claim the same thing. */
final class SchemaChecks {

  private final List<SchemaMistake> mistakes;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<Integer, String> positions = new HashMap<>();

  SchemaChecks(List<SchemaMistake> mistakes) {
    this.mistakes = mistakes;
  }

  /** Adds what is wrong to the mistakes. */
  void check(List<ColumnSchema<?>> columns) {
    for (ColumnSchema<?> column : columns) {
      checkName(column.name());
    }
    checkClaims(columns);
  }

  /** Adds it to the mistakes if another column has the name. */
  void checkName(String name) {
    if (!names.add(name)) {
      mistakes.add(
          new SchemaMistake(
              name, "", "expected a name of its own for each column, found it twice"));
    }
  }

  /** Adds it to the mistakes if two columns are read from one place; of each name the first. */
  void checkClaims(List<ColumnSchema<?>> columns) {
    Set<String> seen = new HashSet<>();
    for (ColumnSchema<?> column : columns) {
      if (seen.add(column.name())) {
        claims(column);
      }
    }
  }

  private void claims(ColumnSchema<?> column) {
    if (column.position().isPresent()) {
      position(column, column.position().getAsInt());
    } else {
      header(column, "header", column.header());
      for (String alias : column.aliases()) {
        header(column, "aliases", alias);
      }
    }
  }

  private void header(ColumnSchema<?> column, String attribute, String header) {
    String other = headers.putIfAbsent(NormalName.of(header), column.name());
    if (other != null && !other.equals(column.name())) {
      mistake(
          column,
          attribute,
          "expected headers of its own, found \"%s\", which is read as %s already"
              .formatted(header, other));
    }
  }

  private void position(ColumnSchema<?> column, int position) {
    String other = positions.put(position, column.name());
    if (other != null) {
      mistake(
          column,
          "at",
          "expected a position of its own, found %s, which is read as %s already"
              .formatted(position, other));
    }
  }

  private void mistake(ColumnSchema<?> column, String attribute, String message) {
    mistakes.add(new SchemaMistake(column.name(), attribute, message));
  }

  /** Refuses columns of which two claim the same. */
  static void refuseClaims(String schema, List<ColumnSchema<?>> columns) {
    List<SchemaMistake> mistakes = new ArrayList<>();
    new SchemaChecks(mistakes).check(columns);
    if (!mistakes.isEmpty()) {
      throw new SchemaException(schema, mistakes);
    }
  }

  /** Refuses to do without a header where a column is found by one. */
  static void checkPolicies(List<ColumnSchema<?>> columns, Policies policies) {
    List<SchemaMistake> mistakes = new ArrayList<>();
    for (ColumnSchema<?> column : columns) {
      if (policies.header().isNone() && column.position().isEmpty()) {
        mistakes.add(
            new SchemaMistake(
                column.name(), "at", "expected a position, since there is no header, found none"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new SchemaException("schema", mistakes);
    }
  }
}
