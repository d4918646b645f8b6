package dev.ingest.workbook.text;

import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.Optional;

/** The one sheet of a text. */
record TextSheet(String name, TextSource source, Dialect dialect) implements Sheet {

  private static final String NAMELESS = "data";

  /** Names the sheet after the file: its last step without the extension. */
  static TextSheet of(TextSource source, Dialect dialect) {
    String path = source.name();
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String stem = (dot < 0 ? last : last.substring(0, dot)).strip();
    return new TextSheet(stem.isEmpty() ? NAMELESS : stem, source, dialect);
  }

  @Override
  public int position() {
    return 1;
  }

  @Override
  public Visibility visibility() {
    return Visibility.VISIBLE;
  }

  @Override
  public Optional<CellSource> source(int row, int column) {
    try (SheetRows rows = rows()) {
      SheetRow record = rows.next();
      while (record != null && record.number() < row) {
        record = rows.next();
      }
      boolean stored = record != null && record.cell(column).kind() != CellKind.BLANK;
      return record == null || !stored
          ? Optional.empty()
          : Optional.of(
              CellSource.of("record " + row + ", field " + column, record.cell(column).text()));
    }
  }

  @Override
  public SheetRows rows() {
    return new TextRows(source, dialect);
  }
}
