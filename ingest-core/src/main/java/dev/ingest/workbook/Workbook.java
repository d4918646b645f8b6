package dev.ingest.workbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An open workbook. Close it when its rows are read. Not thread-safe; two workbooks may be read at
 * once.
 *
 * <p>All failures are {@link WorkbookException}s.
 */
public interface Workbook extends AutoCloseable {

  /** Opens a file within the default limits. */
  static Workbook open(Path file) {
    return open(WorkbookSource.of(file), ReadOptions.defaults());
  }

  /**
   * Opens a workbook. Its content decides the format, never its name.
   *
   * @throws WorkbookException if it is not a workbook, is damaged or passes a limit
   */
  static Workbook open(WorkbookSource source, ReadOptions options) {
    return WorkbookFormats.open(source, options);
  }

  /** Opens a workbook within limits; see {@link #open(WorkbookSource, ReadOptions)}. */
  static Workbook open(WorkbookSource source, ReadLimits limits) {
    return open(source, ReadOptions.defaults().withLimits(limits));
  }

  /** Returns the name of the source, as messages give it. */
  String name();

  /** Returns the format. */
  FileKind kind();

  /** Returns the base of the date serials. */
  DateSystem dateSystem();

  /** Returns the worksheets in the workbook's order, hidden ones too. */
  List<Sheet> sheets();

  /** Returns the program that wrote the file, if it says so: {@code Microsoft Excel 16.0300}. */
  default Optional<String> producer() {
    return Optional.empty();
  }

  /** Returns the defined names, in the file's order; those that Excel keeps hidden, too. */
  default List<DefinedName> names() {
    return List.of();
  }

  /** Returns the tables of all sheets, in the sheets' order. */
  default List<SheetTable> tables() {
    return List.of();
  }

  /**
   * Returns the one sheet that the selector means.
   *
   * @throws WorkbookException if there is none, or more than one
   */
  default Sheet sheet(SheetSelector selector) {
    return selector.select(this);
  }

  @Override
  void close();
}
