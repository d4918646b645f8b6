package dev.ingest.aws.ddl;

import dev.ingest.load.TableFit;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.row.RowSchema;
import java.util.List;
import java.util.Optional;

/**
 * How a live table differs from the one that a pipeline needs.
 *
 * @param there whether there is one
 * @param mismatches what refuses each load, as {@link TableFit} has it
 * @param warnings what may refuse a row, or change a value
 * @param create the statement that makes the table; empty where it is there
 * @param add the statements that add what may be null
 */
public record TableDiff(
    TableName table,
    boolean there,
    List<String> mismatches,
    List<String> warnings,
    Optional<String> create,
    List<String> add) {

  /** Keeps its own copies. */
  public TableDiff {
    mismatches = List.copyOf(mismatches);
    warnings = List.copyOf(warnings);
    add = List.copyOf(add);
  }

  /**
   * Compares a table.
   *
   * @param shape empty where there is none
   */
  public static TableDiff of(TableDdl ddl, RowSchema<?> schema, Optional<TableShape> shape) {
    if (shape.isEmpty()) {
      return new TableDiff(
          ddl.table(), false, List.of(), List.of(), Optional.of(ddl.create()), List.of());
    }
    TableFit fit = TableFit.of(shape.get(), schema);
    return new TableDiff(
        ddl.table(),
        true,
        fit.mismatches(),
        fit.warnings(),
        Optional.empty(),
        ddl.addMissing(shape.get()));
  }

  /** Returns whether rows can be loaded. */
  public boolean fits() {
    return there && mismatches.isEmpty();
  }
}
