package dev.ingest.row;

/** What is counted of the cells of all accepted rows. Not thread-safe. */
final class RowTallies {

  final NullTally nulls;
  final LongNumbers longNumbers;

  /** Dates that were numbers without a date format. */
  long bareSerials;

  RowTallies(RowSchema<?> schema) {
    this.nulls = new NullTally(schema.names());
    this.longNumbers = new LongNumbers(schema.columns().size());
  }
}
