package dev.ingest.row;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.Texts;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.workbook.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header as the row of data that it would be, were it repeated below, as in exports that were
 * put one under the other. In most schemas it would be none, since a number's or a date's column
 * refuses its own header; that is found out once, and then no row is asked. Where every column
 * takes its header, it would become data without a word. Immutable.
 */
final class RepeatedHeader {

  private final int row;
  private final String[] texts;
  private final @Nullable Object[] values;

  private RepeatedHeader(int row, int columns) {
    this.row = row;
    this.texts = new String[columns];
    this.values = new @Nullable Object[columns];
  }

  /** Returns null where no row can be both the header and data. */
  static @Nullable RepeatedHeader of(RowSchema<?> schema, HeaderMatch header, PlainCells plain) {
    List<Binding> bindings = header.bindings();
    for (int i = 0; i < bindings.size(); i++) {
      if (header.row() == 0 || plain.refuses(i, bindings.get(i).header())) {
        return null;
      }
    }
    RepeatedHeader repeated = new RepeatedHeader(header.row(), bindings.size());
    for (int i = 0; i < bindings.size(); i++) {
      if (!repeated.take(i, bindings.get(i), schema.columns().get(i))) {
        return null;
      }
    }
    return repeated;
  }

  /** Takes down a column, and returns whether it takes its header for a value. */
  private boolean take(int index, Binding binding, ColumnSchema<?> column) {
    texts[index] = Texts.trim(binding.header());
    Cell cell = Cell.ofText(binding.header(), binding.cell().column());
    if (cell.isBlank()) {
      return column.nullable();
    }
    try {
      Object value = column.decoder().decode(cell);
      values[index] = value;
      return value != null || column.nullable();
    } catch (CellDecodeException | RuntimeException refused) {
      return false; // what fails here fails again, in its turn, when such a row is judged
    }
  }

  /** Returns whether a row with these values may be the header; its cells tell. */
  boolean hasValues(@Nullable Object[] decoded) {
    return Arrays.equals(decoded, values);
  }

  /** Returns the problem of the current row if it is the header, or null; it is decoded. */
  @Nullable Problem problem(RowCells cells) {
    if (!hasValues(cells.values())) {
      return null;
    }
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].equals(Texts.trim(cells.raw(i)))) {
        return null;
      }
    }
    return cells.problemOfRow(
        ProblemCode.HEADER_REPEATED,
        "expected a row of data, found the header of row " + row + " once more",
        "delete the row, or skip it by a rule");
  }

  /** Returns the values if all of them are texts; else none. */
  List<String> allTexts() {
    List<String> all = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof String text)) {
        return List.of();
      }
      all.add(text);
    }
    return List.copyOf(all);
  }
}
