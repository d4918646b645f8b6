package dev.ingest.inspect;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import java.util.Optional;

/**
 * What a workbook holds. All of it was read to find this out, so it is known to be sound.
 *
 * @param file the source's name
 * @param kind its format
 * @param producer the program that wrote it, if it says so
 * @param bytes its size
 * @param dateSystem the base of its date serials
 * @param sheets its worksheets in order, hidden ones too
 * @param tables its tables, in the sheets' order
 * @param names its defined names, in the file's order
 */
public record Inspection(
    String file,
    FileKind kind,
    Optional<String> producer,
    long bytes,
    DateSystem dateSystem,
    List<SheetInspection> sheets,
    List<SheetTable> tables,
    List<DefinedName> names) {

  /** Keeps its own copies. */
  public Inspection {
    sheets = List.copyOf(sheets);
    tables = List.copyOf(tables);
    names = List.copyOf(names);
  }

  /**
   * Reads a workbook from end to end.
   *
   * @throws WorkbookException if it cannot be read, or any of it is damaged
   */
  public static Inspection of(WorkbookSource source, ReadOptions options) {
    MeasuredSource measured = new MeasuredSource(source);
    try (Workbook workbook = Workbook.open(measured, options)) {
      return new Inspection(
          workbook.name(),
          workbook.kind(),
          workbook.producer(),
          measured.bytes(),
          workbook.dateSystem(),
          workbook.sheets().stream().map(SheetInspection::of).toList(),
          workbook.tables(),
          workbook.names());
    }
  }
}
