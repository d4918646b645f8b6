package dev.ingest.load;

import java.util.List;
import java.util.Optional;

/**
 * What a table is, as its database describes it.
 *
 * @param columns in the table's order
 */
public record TableShape(TableName table, List<TableColumn> columns) {

  /** Keeps its own copy. */
  public TableShape {
    columns = List.copyOf(columns);
  }

  /** Returns the names of the columns. */
  public List<String> names() {
    return columns.stream().map(TableColumn::name).toList();
  }

  /** Returns the column of a name, letter for letter. */
  public Optional<TableColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
