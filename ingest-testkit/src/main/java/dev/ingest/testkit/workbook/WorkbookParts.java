package dev.ingest.testkit.workbook;

import java.util.function.UnaryOperator;

/**
 * Further parts of a package, for {@link WorkbookBuilder#part} and {@link WorkbookBuilder#edit}.
 */
public final class WorkbookParts {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private WorkbookParts() {}

  /** Adds defined names to {@code xl/workbook.xml}. */
  public static UnaryOperator<String> names(String definedNames) {
    return xml ->
        xml.replace("</workbook>", "<definedNames>" + definedNames + "</definedNames></workbook>");
  }

  /** Adds merged areas to a worksheet. */
  public static UnaryOperator<String> merged(String... areas) {
    StringBuilder cells = new StringBuilder();
    for (String area : areas) {
      cells.append("<mergeCell ref=\"").append(area).append("\"/>");
    }
    return xml -> xml.replace("</sheetData>", "</sheetData><mergeCells>" + cells + "</mergeCells>");
  }

  /** Returns the relationships of one kind, {@code table}, to these targets. */
  public static String relationships(String kind, String... targets) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < targets.length; i++) {
      list.append(
          "<Relationship Id=\"rId%s\" Type=\"%s%s\" Target=\"%s\"/>"
              .formatted(i + 1, OFFICE, kind, targets[i]));
    }
    return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, list);
  }

  /**
   * Returns a table part.
   *
   * @param attributes such as {@code displayName="sales" ref="A1:B5"}
   */
  public static String table(String attributes, String... columns) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < columns.length; i++) {
      list.append(
          "<tableColumn id=\"%s\" name=\"%s\"/>".formatted(i + 1, XmlText.escape(columns[i])));
    }
    return "<table xmlns=\"%s\" id=\"1\" %s><tableColumns>%s</tableColumns></table>"
        .formatted(MAIN, attributes, list);
  }
}
