package dev.ingest.testkit.workbook;

import java.util.List;

/** The XML around the cells: the least that Excel opens without repair. */
final class Parts {

  static final String WORKBOOK = "xl/workbook.xml";
  static final String WORKBOOK_RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
  static final String SHARED_STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";
  static final String CONTENT_TYPES = "[Content_Types].xml";
  static final String PACKAGE_RELATIONSHIPS = "_rels/.rels";

  /** Index of the style {@code yyyy\-mm\-dd}. */
  static final int DATE_STYLE = 1;

  /** Index of the style {@code yyyy\-mm\-dd\ hh:mm:ss}. */
  static final int DATE_TIME_STYLE = 2;

  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SPREADSHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private Parts() {}

  static String sheetPart(int position) {
    return "xl/worksheets/sheet" + position + ".xml";
  }

  static String worksheet(String rows) {
    return DECLARATION
        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
  }

  static String sharedStrings(String items, int count) {
    return DECLARATION
        + "<sst xmlns=\"%s\" uniqueCount=\"%s\">%s</sst>".formatted(MAIN, count, items);
  }

  static String workbook(List<SheetXml> sheets, boolean date1904) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < sheets.size(); i++) {
      SheetXml sheet = sheets.get(i);
      String state = sheet.state.equals("visible") ? "" : " state=\"" + sheet.state + "\"";
      list.append(
          "<sheet name=\"%s\" sheetId=\"%s\"%s r:id=\"rId%s\"/>"
              .formatted(XmlText.escape(sheet.name), i + 1, state, i + 1));
    }
    return DECLARATION
        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr%s/><sheets>%s</sheets></workbook>"
            .formatted(MAIN, OFFICE, date1904 ? " date1904=\"1\"" : "", list);
  }

  static String workbookRelationships(int sheets) {
    StringBuilder list = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      list.append(relationship(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    list.append(relationship(sheets + 1, "styles", "styles.xml"));
    list.append(relationship(sheets + 2, "sharedStrings", "sharedStrings.xml"));
    return relationships(list.toString());
  }

  static String packageRelationships() {
    return relationships(relationship(1, "officeDocument", WORKBOOK));
  }

  private static String relationships(String list) {
    return DECLARATION
        + "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, list);
  }

  private static String relationship(int id, String kind, String target) {
    return "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }

  static String contentTypes(int sheets) {
    StringBuilder list = new StringBuilder();
    list.append(contentType(WORKBOOK, "sheet.main"));
    for (int i = 1; i <= sheets; i++) {
      list.append(contentType(sheetPart(i), "worksheet"));
    }
    list.append(contentType(STYLES, "styles"));
    list.append(contentType(SHARED_STRINGS, "sharedStrings"));
    return DECLARATION
        + ("<Types xmlns=\"%scontent-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s</Types>")
            .formatted(PACKAGE, list);
  }

  private static String contentType(String part, String type) {
    return "<Override PartName=\"/%s\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, SPREADSHEET_TYPE, type);
  }

  static String styles() {
    return DECLARATION
        + "<styleSheet xmlns=\"%s\">".formatted(MAIN)
        + "<numFmts count=\"2\">"
        + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\">"
        + xf(0)
        + xf(164)
        + xf(165)
        + "</cellXfs></styleSheet>";
  }

  private static String xf(int format) {
    return "<xf numFmtId=\"%s\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"%s/>"
        .formatted(format, format == 0 ? "" : " applyNumberFormat=\"1\"");
  }
}
