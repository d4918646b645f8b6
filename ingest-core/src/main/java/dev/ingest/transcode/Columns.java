package dev.ingest.transcode;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each column of a schema is copied: arrays, one element for each column. */
final class Columns {

  /** The columns in the sheet, counted from 1. */
  final int[] positions;

  final ColumnCopy[] copies;

  /** Whether a blank cell is null. */
  final boolean[] nullable;

  /** Whether an error is null, too. */
  final boolean[] lenient;

  private Columns(int count) {
    this.positions = new int[count];
    this.copies = new ColumnCopy[count];
    this.nullable = new boolean[count];
    this.lenient = new boolean[count];
  }

  /**
   * Returns how the columns are copied, or null where one has a decoder of another's making, takes
   * its value from a merged area, or is missing.
   */
  static @Nullable Columns of(RowSchema<?> schema, HeaderMatch header, DayTexts days) {
    DateSystem dates = days.dates();
    List<ColumnSchema<?>> all = schema.columns();
    if (all.isEmpty()) {
      return null; // a row without a field has no end that could take a comma's place
    }
    Columns columns = new Columns(all.size());
    for (int i = 0; i < all.size(); i++) {
      ColumnSchema<?> column = all.get(i);
      ColumnCopy strict = copy(column.decoder(), dates, days);
      ColumnCopy copy = strict != null ? strict : lenientCopy(column.decoder(), dates, days);
      if (copy == null || !column.isPlain() || header.isMissing(i)) {
        return null;
      }
      columns.positions[i] = header.position(i);
      columns.copies[i] = copy;
      columns.nullable[i] = column.nullable();
      columns.lenient[i] = column.nullable() && strict == null;
    }
    return columns;
  }

  private static @Nullable ColumnCopy lenientCopy(
      CellDecoder<?> decoder, DateSystem dates, DayTexts days) {
    for (CellDecoder<?> standard : CellDecoders.catalogue()) {
      if (decoder.equals(standard.lenient())) {
        return copy(standard, dates, days);
      }
    }
    return null;
  }

  private static @Nullable ColumnCopy copy(
      CellDecoder<?> decoder, DateSystem dates, DayTexts days) {
    if (decoder == CellDecoders.text()) {
      return new TextCopy();
    }
    if (decoder == CellDecoders.doubles()) {
      return new FloatingCopy();
    }
    if (decoder == CellDecoders.dates()) {
      return new DateCopy(days);
    }
    if (decoder == CellDecoders.dateTimes()) {
      return new DateTimeCopy(dates);
    }
    return decoder == CellDecoders.booleans() ? new BooleanCopy() : integers(decoder);
  }

  private static @Nullable ColumnCopy integers(CellDecoder<?> decoder) {
    if (decoder == CellDecoders.longs()) {
      return new IntegerCopy(-NumberText.MOST_KEPT, NumberText.MOST_KEPT);
    }
    if (decoder == CellDecoders.integers()) {
      return new IntegerCopy(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (decoder == CellDecoders.shorts()) {
      return new IntegerCopy(Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return decoder == CellDecoders.bytes() ? new IntegerCopy(Byte.MIN_VALUE, Byte.MAX_VALUE) : null;
  }
}
