package dev.ingest.workbook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sheet seen through a range. Rows that the file stores within the range appear even if they have
 * no cell there; past the range the sheet is still read to its end, since only then is it known to
 * be sound.
 *
 * @param area on this sheet
 */
record RangeSheet(Sheet sheet, CellRange area) implements Sheet {

  @Override
  public String name() {
    return sheet.name();
  }

  @Override
  public int position() {
    return sheet.position();
  }

  @Override
  public Visibility visibility() {
    return sheet.visibility();
  }

  @Override
  public Optional<CellRange> range() {
    return Optional.of(area);
  }

  /** Returns the areas that touch the range, whole. */
  @Override
  public List<CellRange> merged() {
    return sheet.merged().stream().filter(area::touches).toList();
  }

  @Override
  public Optional<CellSource> source(int row, int column) {
    return area.contains(row, column) ? sheet.source(row, column) : Optional.empty();
  }

  @Override
  public SheetRows rows() {
    return new RangeRows(sheet.rows(), area);
  }

  private static final class RangeRows implements SheetRows {

    private final SheetRows rows;
    private final CellRange area;
    private final RangeRow view;

    RangeRows(SheetRows rows, CellRange area) {
      this.rows = rows;
      this.area = area;
      this.view = new RangeRow(area);
    }

    @Override
    public @Nullable SheetRow next() {
      SheetRow row = rows.next();
      while (row != null && (row.number() < area.firstRow() || row.number() > area.lastRow())) {
        row = rows.next();
      }
      return row == null ? null : view.show(row);
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
