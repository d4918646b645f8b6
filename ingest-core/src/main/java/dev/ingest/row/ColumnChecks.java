package dev.ingest.row;

import dev.ingest.naming.Spaces;

/** Finds what makes no sense in how a column is named and found. */
final class ColumnChecks {

  private final ColumnBuilder<?> column;

  ColumnChecks(ColumnBuilder<?> column) {
    this.column = column;
  }

  /** Checks, and returns the column's position in the sheet, 0 where it is found by its header. */
  int position() {
    if (Spaces.isBlank(column.name)) {
      column.mistake("", "expected a name for each column, found a blank one");
    }
    if (column.header != null && Spaces.isBlank(column.header)) {
      column.mistake("header", "expected a header, found a blank one");
    }
    for (String alias : column.aliases) {
      if (Spaces.isBlank(alias)) {
        column.mistake("aliases", "expected headers, found a blank one");
      }
    }
    return column.at == null ? 0 : position(column.at);
  }

  private int position(String at) {
    if (column.header != null || !column.aliases.isEmpty()) {
      column.mistake("at", "expected a header or a position, found both; take one of them away");
    }
    int position = ColumnPosition.parse(at);
    if (position == 0) {
      column.mistake(
          "at", "expected a column such as C, or its number, found \"%s\"".formatted(at));
    }
    return position;
  }
}
