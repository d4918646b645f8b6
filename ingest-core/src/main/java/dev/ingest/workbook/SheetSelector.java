package dev.ingest.workbook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which sheet is meant. A selector resolves to exactly one sheet or fails with a message that lists
 * the sheets. Its {@link Object#toString()} is what the message says was expected.
 */
public interface SheetSelector {

  /**
   * Returns the one sheet that is meant.
   *
   * @param workbook the workbook's name, for the message
   * @throws WorkbookException if no sheet, or more than one, is meant
   */
  Sheet select(String workbook, List<Sheet> sheets);

  /** Selects by name; upper and lower case are alike, as they are to Excel. */
  static SheetSelector named(String name) {
    return new SheetSelection(
        "a sheet named \"" + name + "\"", name, sheet -> sheet.name().equalsIgnoreCase(name));
  }

  /**
   * Selects by position among the worksheets.
   *
   * @param position counted from 1
   */
  static SheetSelector at(int position) {
    return new SheetSelection(
        "a sheet at position " + position, null, sheet -> sheet.position() == position);
  }

  /** Selects the one sheet whose whole name matches. */
  static SheetSelector matching(Pattern name) {
    return new SheetSelection(
        "one sheet whose name matches " + name,
        null,
        sheet -> name.matcher(sheet.name()).matches());
  }

  /** Selects the only visible sheet. */
  static SheetSelector onlyVisible() {
    return new SheetSelection(
        "exactly one visible sheet", null, sheet -> sheet.visibility() == Sheet.Visibility.VISIBLE);
  }
}
