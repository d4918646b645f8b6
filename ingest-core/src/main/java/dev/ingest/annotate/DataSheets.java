package dev.ingest.annotate;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.Workbook;
import java.util.List;
import java.util.Optional;

/**
 * A workbook as if one of its sheets were not there.
 *
 * @param without the sheet's name
 */
record DataSheets(Workbook workbook, String without) implements Workbook {

  @Override
  public String name() {
    return workbook.name();
  }

  @Override
  public FileKind kind() {
    return workbook.kind();
  }

  @Override
  public DateSystem dateSystem() {
    return workbook.dateSystem();
  }

  @Override
  public List<Sheet> sheets() {
    return workbook.sheets().stream()
        .filter(sheet -> !sheet.name().equalsIgnoreCase(without))
        .toList();
  }

  @Override
  public Optional<String> producer() {
    return workbook.producer();
  }

  @Override
  public List<DefinedName> names() {
    return workbook.names();
  }

  @Override
  public List<SheetTable> tables() {
    return workbook.tables();
  }

  @Override
  public void close() {
    workbook.close();
  }
}
