package dev.ingest.annotate;

import dev.ingest.workbook.CellAddress;
import java.util.regex.Pattern;

/**
 * Cells of a sheet that is written anew. Text is an inline string: no program takes it for a
 * formula, whatever it starts with. Not thread-safe.
 */
final class SheetText {

  /** Text that is an escape to Excel, though it is meant as it stands: ECMA-376 22.9.2.19. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** What a spreadsheet takes for a formula where text is typed or comes as CSV. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final StringBuilder xml = new StringBuilder();
  private int row;

  /** Starts a row. */
  SheetText row(int number) {
    end();
    row = number;
    xml.append("<row r=\"").append(number).append("\">");
    return this;
  }

  private void end() {
    if (row > 0) {
      xml.append("</row>");
    }
  }

  /** Writes a text cell. */
  SheetText text(int column, String text, int style) {
    return cell(
        column,
        style,
        "inlineStr",
        "<is><t xml:space=\"preserve\">"
            + Tags.escape(ESCAPE.matcher(text).replaceAll("_x005F_"))
            + "</t></is>");
  }

  /**
   * Writes a cell.
   *
   * @param type the cell's type, as the format names it
   * @param content what stands in it, as XML
   */
  SheetText cell(int column, int style, String type, String content) {
    xml.append("<c r=\"").append(CellAddress.columnName(column)).append(row);
    xml.append("\" s=\"").append(style).append("\" t=\"").append(type).append("\">");
    xml.append(content).append("</c>");
    return this;
  }

  /** Returns whether a text starts like a formula. */
  static boolean isLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /** Returns the rows. */
  @Override
  public String toString() {
    return row > 0 ? xml + "</row>" : "";
  }
}
