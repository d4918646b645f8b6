package dev.ingest.aws.redshift;

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

  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", column " + column;
    return "\"%s\" (%s) in line %s%s".formatted(reason, code, line, where);
  }
}
