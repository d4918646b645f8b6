package dev.ingest.row;

import dev.ingest.problem.RefusedFileException;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects the one visible sheet that has the headers of a schema, as {@link RowReader} would find
 * them. Where only one sheet is visible and lacks some, the refusal is that of the reader, which
 * says what is missing.
 *
 * @param schema whose headers are looked for
 */
public record SheetWithHeaders(RowSchema<?> schema) implements SheetSelector {

  private static final int MOST = 20;

  /**
   * {@inheritDoc}
   *
   * @throws RefusedFileException if the only visible sheet does not have the headers
   */
  @Override
  public Sheet select(Workbook workbook) {
    List<Sheet> visible =
        workbook.sheets().stream()
            .filter(sheet -> sheet.visibility() == Sheet.Visibility.VISIBLE)
            .toList();
    List<Sheet> found = new ArrayList<>();
    RefusedFileException refusal = null;
    for (Sheet sheet : visible) {
      refusal = refusal(sheet);
      if (refusal == null) {
        found.add(sheet);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (visible.size() == 1 && refusal != null) {
      throw refusal;
    }
    throw notOne(workbook, found.isEmpty() ? visible : found, found.isEmpty());
  }

  private @Nullable RefusedFileException refusal(Sheet sheet) {
    try (SheetRows rows = sheet.rows()) {
      new HeaderSearch(sheet, schema).find(rows);
      return null;
    } catch (RefusedFileException lacking) {
      return lacking;
    }
  }

  private WorkbookException notOne(Workbook workbook, List<Sheet> sheets, boolean none) {
    String names =
        sheets.stream()
            .limit(MOST)
            .map(sheet -> '"' + sheet.name() + '"')
            .collect(Collectors.joining(", "));
    String more = sheets.size() > MOST ? " and " + (sheets.size() - MOST) + " more" : "";
    String where = sheets.isEmpty() ? "no visible sheet" : names + more;
    return new WorkbookException(
        WorkbookException.Reason.NO_SUCH_SHEET,
        "%s: expected %s, found %s%s; name the sheet to read"
            .formatted(
                workbook.name(), this, none && !sheets.isEmpty() ? "none among " : "", where));
  }

  @Override
  public String toString() {
    return schema.columns().stream()
        .filter(column -> !column.isByPosition())
        .map(column -> '"' + column.header() + '"')
        .collect(Collectors.joining(", ", "one visible sheet with the headers ", ""));
  }
}
