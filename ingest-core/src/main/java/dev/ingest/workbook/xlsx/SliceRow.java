package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ExcelError;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.bytes.BatchWork;
import dev.ingest.workbook.bytes.ByteRow;
import dev.ingest.workbook.bytes.ByteSink;
import dev.ingest.workbook.bytes.CellSlices;
import dev.ingest.workbook.bytes.DecimalBytes;
import dev.ingest.workbook.bytes.DecimalText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The current row of the fast path; its cells are one view that is moved, or one per column. */
final class SliceRow extends ByteRow implements SheetRow {

  /** What the types of {@link CellSlices} are, in their order. */
  private static final CellKind[] KINDS = {
    CellKind.BLANK,
    CellKind.NUMBER,
    CellKind.TEXT,
    CellKind.TEXT,
    CellKind.LOGICAL,
    CellKind.ERROR,
    CellKind.DATE,
    CellKind.UNCALCULATED,
    CellKind.DATE
  };

  private final String part;
  private final String sheet;
  private final XlsxTables tables;
  private final RowAhead ahead;
  private final Days days;
  private SliceCell[] cells = new SliceCell[0];
  private @Nullable SharedStrings strings;
  private @Nullable RowBatch batch;
  private CellSlices slices = new CellSlices();
  private byte[] bytes = new byte[0];
  private int index = -1;
  private int first;

  /**
   * Makes a view.
   *
   * @param ahead takes the work that is asked for with {@link #workAhead}
   */
  SliceRow(String part, String sheet, XlsxTables tables, RowAhead ahead) {
    this.part = part;
    this.sheet = sheet;
    this.tables = tables;
    this.ahead = ahead;
    this.days = new Days(tables.dates());
  }

  /** Shows another row. */
  void show(RowBatch newBatch, int newIndex) {
    batch = newBatch;
    slices = newBatch.slices;
    bytes = newBatch.bytes;
    index = newIndex;
    first = slices.first[newIndex];
  }

  /** Moves before the first row of a batch. */
  void rewind() {
    index = -1;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int skip(int rows) {
    int hidden = 0;
    for (int i = 0; i < rows; i++) {
      hidden += slices.hiddenRows[++index] ? 1 : 0;
    }
    first = slices.first[index];
    return hidden;
  }

  @Override
  public @Nullable BatchWork work() {
    return batch == null ? null : batch.work();
  }

  @Override
  public void workAhead(Supplier<? extends BatchWork> works) {
    ahead.start(works);
  }

  String part() {
    return part;
  }

  String sheet() {
    return sheet;
  }

  byte[] bytes() {
    return bytes;
  }

  CellSlices slices() {
    return slices;
  }

  @Override
  public CellSlices cells() {
    return slices;
  }

  Days days() {
    return days;
  }

  SharedStrings strings() {
    SharedStrings known = strings;
    if (known == null) {
      known = tables.strings();
      strings = known;
    }
    return known;
  }

  @Override
  public int number() {
    return slices.numbers[index];
  }

  @Override
  public boolean hidden() {
    return slices.hiddenRows[index];
  }

  @Override
  public int size() {
    return slices.size(index);
  }

  @Override
  public Cell at(int cell) {
    if (cell < 0 || cell >= size()) {
      throw new IndexOutOfBoundsException("row " + number() + " has " + size() + " cells");
    }
    return cellAt(first + cell);
  }

  @Override
  public SliceCell cellAt(int slot) {
    return view(slot - first).show(slices.column(slot), slot);
  }

  @Override
  public Cell cell(int column) {
    int slot = slot(column);
    return slot >= 0 ? cellAt(slot) : new SliceCell(this, tables).show(column, -1);
  }

  @Override
  public int slot(int column) {
    return slices.find(index, column);
  }

  @Override
  public CellKind kindAt(int slot) {
    return KINDS[slices.kind(slot)];
  }

  /** Returns whether a cell is text with something in it, as far as a glance tells. */
  boolean isSurelyText(int slot) {
    return switch (slices.kind(slot)) {
      case CellSlices.SHARED -> strings().hasField(sharedIndex(slot));
      case CellSlices.TEXT ->
          slices.start(slot) < slices.end(slot)
              && bytes[slices.start(slot)] > ' '
              && bytes[slices.start(slot)] != '&'
              && bytes[slices.start(slot)] != '_';
      default -> false;
    };
  }

  /** Returns the index of a shared string, or -1 where the cell holds none that can be. */
  int sharedIndex(int slot) {
    int known = slices.natural(slot);
    return known >= 0 ? known : SharedStrings.index(bytes, slices.start(slot), slices.end(slot));
  }

  @Override
  public boolean copyShared(int item, ByteSink into) {
    return strings().copy(item, into);
  }

  @Override
  public boolean copyText(int slot, ByteSink into) {
    if (slices.kind(slot) != CellSlices.TEXT) {
      return false;
    }
    int from = slices.start(slot);
    int to = slices.end(slot);
    return InlineField.isAsItStands(bytes, from, to, slices.special(slot))
        ? InlineField.copy(bytes, from, to, into)
        : InlineField.copy(cellAt(slot), into);
  }

  @Override
  public @Nullable String plainTextAt(int slot) {
    int item = slices.kind(slot) == CellSlices.SHARED ? slices.natural(slot) : -1;
    return item >= 0 ? strings().plain(item) : null;
  }

  @Override
  public boolean copyNumber(int slot, boolean floating, ByteSink into) {
    if (slices.kind(slot) != CellSlices.NUMBER) {
      return false;
    }
    byte[] room = into.room(DecimalBytes.ROOM);
    int at = into.mark();
    int from = slices.start(slot);
    int to = slices.end(slot);
    int scale = slices.scale(slot);
    int end =
        scale < 0
            ? DecimalBytes.UNDECIDED
            : DecimalText.copy(slices.digits(slot), scale, bytes, from, to, floating, room, at);
    if (end < 0) {
      end = DecimalBytes.write(numberAt(slot), floating, room, at);
    }
    if (end < 0) {
      return false;
    }
    into.endAt(end);
    return true;
  }

  @Override
  public double numberAt(int slot) {
    int kind = slices.kind(slot);
    if (kind != CellSlices.NUMBER && kind != CellSlices.DATE) {
      return Double.NaN;
    }
    int scale = slices.scale(slot);
    return scale == CellSlices.NO_DECIMAL
        ? FastNumber.parse(bytes, slices.start(slot), slices.end(slot))
        : FastNumber.of(slices.digits(slot), scale, bytes, slices.start(slot), slices.end(slot));
  }

  @Override
  public boolean logicalAt(int slot) {
    return cellAt(slot).logical();
  }

  @Override
  public ExcelError errorAt(int slot) {
    return cellAt(slot).error();
  }

  @Override
  public DateSystem dates() {
    return tables.dates();
  }

  /** Each stored cell has a view of its own, so that two of a row can be looked at together. */
  private SliceCell view(int cell) {
    if (cell >= cells.length) {
      SliceCell[] more = new SliceCell[Math.max(cell + 1, cells.length * 2)];
      System.arraycopy(cells, 0, more, 0, cells.length);
      for (int i = cells.length; i < more.length; i++) {
        more[i] = new SliceCell(this, tables);
      }
      cells = more;
    }
    return cells[cell];
  }
}
