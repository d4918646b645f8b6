package dev.ingest.annotate;

import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A new .xlsx of the header and the rows with problems, of a workbook of any format. Their values
 * are those that were read; formulas and looks are not kept.
 */
final class BadRows {

  private static final int DATE = 1;
  private static final int DATE_TIME = 2;
  private static final int QUOTED = 3;
  private static final int LONGEST_NAME = 31;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private static final String STYLES =
      """
      <styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
      <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
      <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>""";

  private final String sheet;
  private final boolean date1904;
  private final SheetText rows = new SheetText();
  private final Map<Integer, Integer> places = new LinkedHashMap<>();

  private BadRows(String sheet, boolean date1904) {
    this.sheet = sheet;
    this.date1904 = date1904;
  }

  /** Reads the rows that the marks are on, the header, and the first data row where it is asked. */
  static BadRows read(Workbook workbook, Marks marks, Round round) {
    BitSet wanted = marks.rows();
    wanted.set(Math.max(1, round.headerRow()));
    BadRows copy =
        new BadRows(sheetName(round.sheet()), workbook.dateSystem() == DateSystem.BASE_1904);
    boolean anchor = round.anchored();
    try (SheetRows all = sheet(workbook, round.sheet()).rows()) {
      SheetRow row = all.next();
      while (row != null && row.number() < wanted.length()) {
        boolean first = anchor && row.number() > round.headerRow() && !isBlank(row);
        anchor = anchor && !first;
        if (first || wanted.get(row.number())) {
          copy.add(row);
        }
        row = all.next();
      }
    }
    return copy;
  }

  /** Returns a sheet by its very name. */
  static Sheet sheet(Workbook workbook, String name) {
    return workbook.sheets().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnfitPartException("a sheet " + name + " expected, found none"));
  }

  private static boolean isBlank(SheetRow row) {
    boolean blank = true;
    for (int i = 0; blank && i < row.size(); i++) {
      blank = row.at(i).isBlank();
    }
    return blank;
  }

  /** Returns a name that Excel allows. */
  private static String sheetName(String name) {
    String clean = name.replaceAll("[\\[\\]:*?/\\\\]", "_").replaceAll("^'|'$", "_");
    return clean.substring(
        0,
        clean.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, clean.codePointCount(0, clean.length()))));
  }

  private void add(SheetRow row) {
    int place = places.size() + 1;
    places.put(row.number(), place);
    rows.row(place);
    for (int i = 0; i < row.size(); i++) {
      cell(row.at(i));
    }
  }

  private void cell(Cell cell) {
    int column = cell.column();
    switch (cell.kind()) {
      case BLANK -> {
        // nothing stands there
      }
      case NUMBER -> rows.cell(column, 0, "n", "<v>" + cell.number() + "</v>");
      case DATE -> date(column, cell.number());
      case LOGICAL -> rows.cell(column, 0, "b", cell.logical() ? "<v>1</v>" : "<v>0</v>");
      case TEXT, ERROR, UNCALCULATED -> text(column, cell.kind(), cell.raw());
    }
  }

  private void date(int column, double serial) {
    int style = serial == Math.rint(serial) ? DATE : DATE_TIME;
    rows.cell(column, style, "n", "<v>" + serial + "</v>");
  }

  private void text(int column, CellKind kind, String raw) {
    if (kind == CellKind.ERROR && isStandard(raw)) {
      rows.cell(column, 0, "e", "<v>" + Tags.escape(raw) + "</v>");
    } else {
      rows.text(column, raw, SheetText.isLikeFormula(raw) ? QUOTED : 0);
    }
  }

  /** The errors that every version of Excel reads: ECMA-376 Part 1, 18.17.3. */
  private static boolean isStandard(String error) {
    return switch (error) {
      case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A" -> true;
      default -> false;
    };
  }

  /** Returns the marks on the rows where they stand here. */
  Marks move(Marks marks) {
    return marks.moved(sheet, row -> places.getOrDefault(row, CellAddress.MAX_ROW));
  }

  /** Returns what is said of the run, for the rows where they stand here. */
  Round move(Round round) {
    return new Round(
        sheet,
        places.getOrDefault(round.headerRow(), 1),
        round.columns(),
        round.taken(),
        round.pending(),
        round.anchored());
  }

  /** Returns the workbook. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ZipCopy zip = new ZipCopy(bytes);
      add(zip, "[Content_Types].xml", contentTypes());
      add(zip, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
      add(zip, "xl/workbook.xml", workbook());
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          relationships("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
      add(zip, "xl/styles.xml", STYLES.formatted(MAIN));
      add(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
      zip.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipCopy zip, String name, String xml) throws IOException {
    String part = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml;
    zip.add(name, out -> out.write(part.getBytes(StandardCharsets.UTF_8)));
  }

  private String workbook() {
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr%s/><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        .formatted(MAIN, OFFICE, date1904 ? " date1904=\"1\"" : "", Tags.escape(sheet));
  }

  private static String relationships(String... kindsAndTargets) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      list.append(
          "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, OFFICE, kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, list);
  }

  private static String contentTypes() {
    return ("<Types xmlns=\"%scontent-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"%s\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"%s\"/></Types>")
        .formatted(PACKAGE, ContentTypes.SHEET, ContentTypes.STYLES);
  }
}
