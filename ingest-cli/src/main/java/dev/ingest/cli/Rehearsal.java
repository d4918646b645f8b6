package dev.ingest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Runs all that the conversion of a large workbook runs, for whoever makes an archive of the
 * classes that it takes: shared strings, dates, batches of rows on two threads. The workbook is
 * written for it and deleted. See {@code docs/decisions/0015-class-archive.md}.
 */
public final class Rehearsal {

  /** Enough for the sheet to be read by two threads. */
  private static final int ROWS = 25_000;

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private Rehearsal() {}

  /** Runs it and ends with the exit code of the conversion. */
  public static void main(String[] args) throws IOException {
    System.exit(run());
  }

  static int run() throws IOException {
    Path folder = Files.createTempDirectory("ingest-rehearsal");
    Path workbook = folder.resolve("rehearsal.xlsx");
    Path csv = folder.resolve("rehearsal.csv");
    try {
      write(workbook);
      PrintWriter out = new PrintWriter(new StringWriter());
      return Main.run(out, out, "convert", workbook.toString(), "-o", csv.toString());
    } finally {
      Files.deleteIfExists(csv);
      Files.deleteIfExists(workbook);
      Files.delete(folder);
    }
  }

  private static void write(Path workbook) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
      part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(MAIN, RELATIONS));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              "worksheet",
              "worksheets/sheet1.xml",
              "sharedStrings",
              "sharedStrings.xml",
              "styles",
              "styles.xml"));
      part(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\"%s\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
              .formatted(MAIN));
      part(
          zip,
          "xl/sharedStrings.xml",
          "<sst xmlns=\"%s\"><si><t>location</t></si><si><t>metric</t></si><si><t>value</t></si><si><t>date</t></si><si><t>UK</t></si></sst>"
              .formatted(MAIN));
      part(zip, "xl/worksheets/sheet1.xml", sheet());
    }
  }

  private static String relations(String... kindsAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"r%s\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, RELATIONS, kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  /** Values of all kinds that go the quick way, and some that do not. */
  private static String sheet() {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    row(xml, 1, " t=\"s\"", "2", " t=\"s\"", "3");
    for (int row = 2; row <= ROWS; row++) {
      boolean error = row % 10 == 0;
      String value = error ? "#N/A" : row % 3 == 0 ? "0.63400000000000001" : row + ".5";
      row(xml, row, error ? " t=\"e\"" : "", value, " s=\"1\"", row % 2 == 0 ? "43862" : "43863");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static void row(
      StringBuilder xml, int row, String valueTag, String value, String dateTag, String date) {
    String number = Integer.toString(row);
    xml.append("<row r=\"").append(number).append("\">");
    cell(xml, "A" + number, " t=\"s\"", row == 1 ? "0" : "4");
    cell(xml, "B" + number, " t=\"s\"", "1");
    cell(xml, "C" + number, valueTag, value);
    cell(xml, "D" + number, dateTag, date);
    xml.append("</row>");
  }

  private static void cell(StringBuilder xml, String reference, String tag, String value) {
    xml.append("<c r=\"").append(reference).append('"').append(tag);
    xml.append("><v>").append(value).append("</v></c>");
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
