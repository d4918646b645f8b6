package dev.ingest.aws.redshift;

import dev.ingest.load.CsvLines;
import dev.ingest.load.RefusedRow;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Why {@code COPY} did not take a row, as Redshift keeps it in {@code SYS_LOAD_ERROR_DETAIL}.
 *
 * @param line of the file, counted from 1, the header included; a row that spans lines is told by
 *     its first
 * @param column the column's name, or the empty text where it is about the row
 * @param code Redshift's error code, such as 1204
 * @param reason Redshift's words, without the value where they quote one
 */
public record LoadError(long line, String column, int code, String reason) {

  /** Returns the row of the file, which is read again up to it. */
  RefusedRow row(ObjectLocation file, ObjectStore store) throws IOException {
    try (InputStream data = store.read(file)) {
      return new RefusedRow(
          CsvLines.record(data, line),
          column.isEmpty() ? List.of() : List.of(column),
          String.valueOf(code),
          reason);
    }
  }

  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", column " + column;
    return "\"%s\" (%s) in line %s%s".formatted(reason, code, line, where);
  }
}
