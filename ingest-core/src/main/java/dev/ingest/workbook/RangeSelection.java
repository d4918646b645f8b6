package dev.ingest.workbook;

import java.util.Optional;

/** Selects a range that is known. */
record RangeSelection(CellRange range) implements SheetSelector {

  @Override
  public Optional<SheetDeclaration> declaration() {
    return Optional.of(new SheetDeclaration(SheetDeclaration.Way.REFERENCE, range.toString()));
  }

  @Override
  public Sheet select(Workbook workbook) {
    SheetSelection sheet =
        new SheetSelection(
            "a sheet named \"" + range.sheet() + "\" for the range " + range,
            range.sheet(),
            candidate -> candidate.name().equalsIgnoreCase(range.sheet()));
    return on(sheet.select(workbook));
  }

  private Sheet on(Sheet sheet) {
    return new RangeSheet(sheet, range.on(sheet.name()));
  }

  @Override
  public String toString() {
    return "the range " + range;
  }
}
