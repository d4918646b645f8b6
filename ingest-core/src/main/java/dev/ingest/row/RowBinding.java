package dev.ingest.row;

import org.jspecify.annotations.Nullable;

/** Makes a row of values and takes it apart. */
interface RowBinding<R> {

  /**
   * Makes a row.
   *
   * @param values in the order of the columns, absent ones null
   * @throws RowRefusedException if the row's own constructor refuses them
   */
  R row(@Nullable Object[] values) throws RowRefusedException;

  /** Returns one value of a row. */
  @Nullable Object value(R row, int column);

  /** Returns the values of a row. */
  @Nullable Object[] values(R row);
}
