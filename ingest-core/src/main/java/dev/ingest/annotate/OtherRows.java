package dev.ingest.annotate;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/**
 * The rows that a round has not marked, as one hash of their values in their order. While it stays
 * the same, the rows that are not among them are the marked ones, whatever was corrected there and
 * wherever they are now: a name that sorting has left on a row that was taken is found out. Blank
 * rows do not count, nor do looks, nor columns that nobody reads.
 */
final class OtherRows {

  private static final int SHOWN_BYTES = 16;

  private final List<Integer> columns;
  private final MessageDigest hash;

  private OtherRows(List<Integer> columns) {
    this.columns = columns;
    try {
      this.hash = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /**
   * Reads a sheet.
   *
   * @param columns where the columns are that are read, in the order of the schema
   * @param marked the rows that do not count
   */
  static String fingerprint(Sheet sheet, int headerRow, List<Integer> columns, BitSet marked) {
    OtherRows others = new OtherRows(columns);
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        if (row.number() > headerRow && !marked.get(row.number())) {
          others.add(row);
        }
      }
    }
    return HexFormat.of().formatHex(others.hash.digest(), 0, SHOWN_BYTES);
  }

  private void add(SheetRow row) {
    StringBuilder values = new StringBuilder();
    boolean blank = true;
    for (int column : columns) {
      Cell cell = row.cell(column);
      String value = cell.isBlank() ? "" : value(cell);
      blank &= value.isEmpty();
      values.append(value.length()).append(':').append(value);
    }
    if (!blank) {
      hash.update(values.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Numbers at the digits that every program keeps, and dates as numbers: a format is a look. */
  private static String value(Cell cell) {
    boolean number = cell.kind() == CellKind.NUMBER || cell.kind() == CellKind.DATE;
    return number && Double.isFinite(cell.number())
        ? "n" + NumberText.excelDecimal(cell.number())
        : cell.kind() + cell.raw();
  }
}
