package dev.ingest.workbook.xlsx;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.DefinedName;
import dev.ingest.workbook.FileKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetTable;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.part.OpcPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open .xlsx. What rows do not need is read when it is asked for. */
final class XlsxWorkbook implements Workbook {

  private final OpcPackage parts;
  private final DateSystem dateSystem;
  private final List<XlsxSheet> sheets;
  private final DefinedNames names;
  private @Nullable List<SheetTable> tables;

  XlsxWorkbook(
      OpcPackage parts, DateSystem dateSystem, List<XlsxSheet> sheets, DefinedNames names) {
    this.parts = parts;
    this.dateSystem = dateSystem;
    this.sheets = sheets;
    this.names = names;
  }

  @Override
  public String name() {
    return parts.file();
  }

  @Override
  public FileKind kind() {
    return FileKind.XLSX;
  }

  @Override
  public DateSystem dateSystem() {
    return dateSystem;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public Optional<String> producer() {
    return PropertiesPart.producer(parts);
  }

  @Override
  public List<DefinedName> names() {
    return names.isEmpty()
        ? List.of() // asked of every upload: streams would be loaded for nothing
        : names.all(sheets.stream().map(XlsxSheet::name).toList());
  }

  @Override
  public List<SheetTable> tables() {
    List<SheetTable> read = tables;
    if (read == null) {
      List<SheetTable> all = new ArrayList<>();
      sheets.forEach(sheet -> all.addAll(sheet.tablesOfSheet()));
      read = List.copyOf(all);
      tables = read;
    }
    return read;
  }

  @Override
  public void close() {
    parts.close();
  }
}
