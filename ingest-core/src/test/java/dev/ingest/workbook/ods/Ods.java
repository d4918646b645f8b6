package dev.ingest.workbook.ods;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ingest.testkit.workbook.ZipBuilder;
import dev.ingest.testkit.workbook.ZipItem;
import java.util.LinkedHashMap;
import java.util.Map;

/** OpenDocument spreadsheets for tests, from the XML of what they hold. */
final class Ods {

  static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String SPACES =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
          + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"
          + " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'";

  private final Map<String, String> parts = new LinkedHashMap<>();

  private Ods(String styles, String spreadsheet) {
    parts.put("mimetype", SPREADSHEET);
    parts.put(
        "content.xml",
        "<office:document-content"
            + SPACES
            + "><office:automatic-styles>"
            + styles
            + "</office:automatic-styles><office:body><office:spreadsheet>"
            + spreadsheet
            + "</office:spreadsheet></office:body></office:document-content>");
  }

  /** A spreadsheet with what its body holds. */
  static Ods body(String spreadsheet) {
    return new Ods("", spreadsheet);
  }

  /** A spreadsheet with styles, too. */
  static Ods body(String styles, String spreadsheet) {
    return new Ods(styles, spreadsheet);
  }

  /** A sheet named data with these rows. */
  static byte[] rows(String rows) {
    return body(table("data", rows)).bytes();
  }

  /** A sheet whose A1 is this cell. */
  static byte[] cell(String attributes, String content) {
    return rows(row("<table:table-cell " + attributes + ">" + content + "</table:table-cell>"));
  }

  static String table(String name, String rows) {
    return "<table:table table:name='" + name + "'>" + rows + "</table:table>";
  }

  static String row(String cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  }

  static String text(String value) {
    return "<table:table-cell office:value-type='string'><text:p>"
        + value
        + "</text:p></table:table-cell>";
  }

  static String number(String value) {
    return "<table:table-cell office:value-type='float' office:value='" + value + "'/>";
  }

  /** Blank cells, one after the other. */
  static String blank(long count) {
    return "<table:table-cell table:number-columns-repeated='" + count + "'/>";
  }

  /** The namespaces that the documents declare. */
  static String namespaces() {
    return SPACES;
  }

  Ods part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  Ods without(String name) {
    parts.remove(name);
    return this;
  }

  Ods manifest(String entries) {
    return part(
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
            + entries
            + "</manifest:manifest>");
  }

  byte[] bytes() {
    ZipBuilder zip = ZipBuilder.zip();
    parts.forEach((name, content) -> zip.add(ZipItem.deflated(name, content.getBytes(UTF_8))));
    return zip.bytes();
  }

  /** The same as one document. */
  byte[] flat() {
    String content = String.valueOf(parts.get("content.xml"));
    return ("<?xml version='1.0' encoding='UTF-8'?>\n"
            + content
                .replace(
                    "<office:document-content",
                    "<office:document office:mimetype='" + SPREADSHEET + "'")
                .replace("</office:document-content", "</office:document"))
        .getBytes(UTF_8);
  }
}
