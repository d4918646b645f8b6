package dev.ingest.workbook.ods;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open spreadsheet. All sheets stand in one document; where the rows of one were closed, those
 * of a later one go on, so that sheets read in order cost one pass.
 */
final class OdsWorkbook implements Workbook {

  private final FileKind kind;
  private final OdsParts parts;
  private final OdsContents contents;
  private final List<Sheet> sheets;
  private @Nullable OdsCursor parked;
  private boolean closed;

  OdsWorkbook(FileKind kind, OdsParts parts) {
    this.kind = kind;
    this.parts = parts;
    this.contents = OdsContents.read(parts);
    List<Sheet> all = new ArrayList<>();
    for (SheetEntry entry : contents.sheets()) {
      all.add(new OdsSheet(this, entry, all.size() + 1));
    }
    this.sheets = List.copyOf(all);
  }

  @Override
  public String name() {
    return parts.file();
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public DateSystem dateSystem() {
    return dates().system();
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public Optional<String> producer() {
    return contents.producer();
  }

  @Override
  public List<DefinedName> names() {
    return contents.names();
  }

  OdsDates dates() {
    return contents.dates();
  }

  ReadLimits limits() {
    return parts.limits();
  }

  /** Returns a cursor that the caller owns. */
  OdsCursor cursorBefore(int table) {
    OdsCursor cursor = parked;
    parked = null;
    if (cursor != null && cursor.isBefore(table)) {
      return cursor;
    }
    if (cursor != null) {
      cursor.close();
    }
    return OdsCursor.open(parts);
  }

  /** Returns a cursor before the first table, which the caller owns and closes. */
  OdsCursor cursor() {
    return OdsCursor.open(parts);
  }

  /** Takes a cursor back. */
  void park(OdsCursor cursor) {
    if (parked != null) {
      parked.close();
    }
    parked = cursor;
    if (closed) {
      cursor.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    if (parked != null) {
      parked.close();
      parked = null;
    }
    parts.close();
  }
}
