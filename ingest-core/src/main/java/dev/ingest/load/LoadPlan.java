package dev.ingest.load;

import java.util.List;

/**
 * What a load does to its table. Built in steps, so that there is no plan that makes no sense:
 * {@code LoadPlan.into(table).replacePartition("date", "location")}.
 */
public sealed interface LoadPlan {

  /** Returns the table. */
  TableName table();

  /** Starts a plan. */
  static Into into(TableName table) {
    return new Into(table);
  }

  /** A table, before it is said what happens to it. */
  record Into(TableName table) {

    /** Adds the rows to those that are there. */
    public LoadPlan append() {
      return new Append(table);
    }

    /**
     * Replaces the rows that share their values in these columns with a row of the file; all others
     * stay.
     */
    public LoadPlan replacePartition(String... columns) {
      return new ReplacePartition(table, List.of(columns));
    }

    /** Replaces all rows. */
    public LoadPlan replaceTable() {
      return new ReplaceTable(table);
    }

    /**
     * Puts each row in the place of the one with the same key, or adds it where there is none. No
     * two rows of the file may have the same key: such a file is refused.
     */
    public LoadPlan upsert(String... keyColumns) {
      return new Upsert(table, List.of(keyColumns));
    }
  }

  /** See {@link Into#append}. */
  record Append(TableName table) implements LoadPlan {}

  /** See {@link Into#replacePartition}. */
  record ReplacePartition(TableName table, List<String> columns) implements LoadPlan {

    /** Refuses a plan without columns, and columns that are no plain names. */
    public ReplacePartition {
      columns = checked("replacePartition", columns);
    }
  }

  /** See {@link Into#replaceTable}. */
  record ReplaceTable(TableName table) implements LoadPlan {}

  /** See {@link Into#upsert}. */
  record Upsert(TableName table, List<String> keyColumns) implements LoadPlan {

    /** Refuses a plan without columns, and columns that are no plain names. */
    public Upsert {
      keyColumns = checked("upsert", keyColumns);
    }
  }

  private static List<String> checked(String plan, List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(plan + ": expected columns, found none");
    }
    for (String column : columns) { // no lambda, the first of which takes milliseconds to link
      TableName.quote(column);
    }
    return List.copyOf(columns);
  }
}
