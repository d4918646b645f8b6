package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.CellSource;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.part.OpcPackage;
import dev.ingest.workbook.part.XmlReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One worksheet of an .xlsx. */
record XlsxSheet(
    OpcPackage parts,
    ReadOptions options,
    XlsxTables tables,
    String part,
    String name,
    int position,
    Visibility visibility)
    implements Sheet {

  /** Measured: below this the thread costs more than it gives. */
  private static final long HELP_FROM = 2L << 20;

  @Override
  public List<CellRange> merged() {
    return MergedAreas.read(parts, part, name);
  }

  /** Reads the tables that the sheet is related to. */
  List<SheetTable> tablesOfSheet() {
    return parts.relationships(part).allByKind("table").stream().map(this::table).toList();
  }

  private SheetTable table(String tablePart) {
    try (XmlReader xml = parts.open(tablePart)) {
      return new TablePart(xml, parts.limits()).read(name);
    }
  }

  @Override
  public Optional<CellSource> source(int row, int column) {
    return tables.stored(parts, part).find(row, column);
  }

  @Override
  public SheetRows rows() {
    tables.styles(); // may fail, and must before a thread is started
    return new FastRows(
        parts.where(part),
        name,
        tables,
        parts.limits(),
        parts.stream(part),
        (int) Math.max(1, Math.min(Batch.SIZE, parts.size(part) + 1)),
        helper(),
        new Thorough(this));
  }

  /** Opens the rows with the reader that knows all of XML. */
  private record Thorough(XlsxSheet sheet) implements Supplier<SheetRows> {
    @Override
    public SheetRows get() {
      OpcPackage parts = sheet.parts;
      return new XlsxRows(parts.open(sheet.part), sheet.name, sheet.tables, parts.limits());
    }
  }

  /** Returns what runs a second thread, where that pays. */
  private @Nullable Executor helper() {
    boolean pays = parts.size(part) > HELP_FROM && Runtime.getRuntime().availableProcessors() > 1;
    if (!pays) {
      return null;
    }
    return options.executor().isPresent() ? options.executor().get() : new OwnThread();
  }

  /** One thread for one task, and none that is left behind. */
  private static final class OwnThread implements Executor {
    @Override
    public void execute(Runnable task) {
      Thread thread = new Thread(task, "ingest-reader");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
