package dev.ingest.random;

import dev.ingest.row.ColumnBuilder;
import java.util.function.UnaryOperator;

/**
 * One thing that a column declares, in both forms.
 *
 * @param file as a file says it, {@code lenient: true}; empty where only Java can
 * @param java as the builder says it
 * @param <T> the type of the column's values
 */
record Clause<T>(String file, UnaryOperator<ColumnBuilder<T>> java) {

  boolean isOfJavaOnly() {
    return file.isEmpty();
  }

  /** By its words, for samples that fail. */
  @Override
  public String toString() {
    return isOfJavaOnly() ? "(in Java)" : file;
  }
}
