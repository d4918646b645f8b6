package dev.ingest.inspect;

import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.List;
import java.util.Optional;

/**
 * What a sheet holds, by its cells; what the file declares about its extent is not looked at.
 *
 * @param name as the tab shows it
 * @param position among the worksheets, counted from 1
 * @param visibility whether it is shown
 * @param extent from the first to the last row and column that hold something; empty if none do
 * @param rows rows that the file stores
 * @param cells cells that hold something
 * @param hiddenRows stored rows that are hidden
 * @param uncalculated formulas that were saved without a value
 * @param mergedAreas how many merged areas there are
 * @param headers what could be the header, see {@link HeaderCandidates}
 */
public record SheetInspection(
    String name,
    int position,
    Sheet.Visibility visibility,
    Optional<CellRange> extent,
    long rows,
    long cells,
    long hiddenRows,
    long uncalculated,
    int mergedAreas,
    List<HeaderCandidate> headers) {

  /** Keeps its own copy. */
  public SheetInspection {
    headers = List.copyOf(headers);
  }

  /** Reads a sheet from end to end. */
  static SheetInspection of(Sheet sheet) {
    SheetCensus census = new SheetCensus();
    HeaderCandidates headers = new HeaderCandidates();
    try (SheetRows rows = sheet.rows()) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        census.count(row);
        headers.look(row);
      }
    }
    return new SheetInspection(
        sheet.name(),
        sheet.position(),
        sheet.visibility(),
        census.extent(sheet.name()),
        census.rows(),
        census.cells(),
        census.hiddenRows(),
        census.uncalculated(),
        sheet.merged().size(),
        headers.found());
  }
}
