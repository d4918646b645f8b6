package dev.ingest.workbook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which sheet, or which range of a sheet, is meant. A selector resolves to exactly one or fails
 * with a message that lists what there is. Its {@link Object#toString()} is what the message says
 * was expected.
 */
@FunctionalInterface
public interface SheetSelector {

  /**
   * Returns the one sheet that is meant; a range is a view of its sheet, see {@link Sheet#range()}.
   *
   * @throws WorkbookException if nothing, or more than one thing, is meant
   */
  Sheet select(Workbook workbook);

  /**
   * Returns how this selector is declared; empty for selectors of one's own, and for expressions
   * with flags outside of them.
   */
  default Optional<SheetDeclaration> declaration() {
    return Optional.empty();
  }

  /** Selects by name; upper and lower case are alike, as they are to Excel. */
  static SheetSelector named(String name) {
    return new SheetSelection(
        "a sheet named \"" + name + "\"", name, new SheetSelection.Named(name));
  }

  /**
   * Selects by position among the worksheets.
   *
   * @param position counted from 1
   */
  static SheetSelector at(int position) {
    return new SheetSelection(
        "a sheet at position " + position, null, new SheetSelection.At(position));
  }

  /** Selects the one sheet whose whole name matches. */
  static SheetSelector matching(Pattern name) {
    return new SheetSelection(
        "one sheet whose name matches " + name, null, new SheetSelection.Matching(name));
  }

  /** Selects the only visible sheet. */
  static SheetSelector onlyVisible() {
    return new SheetSelection("exactly one visible sheet", null, new SheetSelection.Visible());
  }

  /**
   * Selects a range of a sheet.
   *
   * @param reference such as {@code data!B3:E200}, {@code 'my data'!A1:B2} or {@code data!A:D}
   * @throws IllegalArgumentException if it is no range, reversed, or leaves the grid
   */
  static SheetSelector range(String reference) {
    return new RangeSelection(CellRange.parse(reference));
  }

  /**
   * Selects the range of a table, its header row kept and its totals row left out, or of a defined
   * name; upper and lower case are alike.
   */
  static SheetSelector name(String name) {
    return new NameSelection(name);
  }

  /**
   * Reads what people write in settings: a range where there is an exclamation mark ({@code
   * data!B3:E200}), else the name of a sheet, a table or a defined name, which must then be the
   * only one of these; {@code sheet:NAME} and {@code name:NAME} say which is meant.
   *
   * @throws IllegalArgumentException if it is empty or a range that makes no sense
   */
  static SheetSelector parse(String text) {
    return AnySelection.parse(text);
  }
}
