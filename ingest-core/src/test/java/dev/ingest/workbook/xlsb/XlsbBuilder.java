package dev.ingest.workbook.xlsb;

import static dev.ingest.workbook.grid.LittleBytes.bytes;

import dev.ingest.testkit.workbook.ZipBuilder;
import dev.ingest.testkit.workbook.ZipItem;
import dev.ingest.workbook.grid.LittleBytes;
import java.nio.charset.StandardCharsets;

/** Writes the records of an .xlsb with one sheet, "data", one by one, so that each can lie. */
public final class XlsbBuilder {

  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";
  private static final String RELATIONSHIP =
      "<Relationship Id=\"%s\" Target=\"%s\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\"/>";

  private final LittleBytes book = bytes();
  private final LittleBytes strings = bytes();
  private final LittleBytes styles = bytes();
  private final LittleBytes sheet = bytes();
  private String links =
      RELATIONSHIP.formatted("rId1", "sheets/one.bin", "worksheet")
          + RELATIONSHIP.formatted("rId2", "sharedStrings.bin", "sharedStrings")
          + RELATIONSHIP.formatted("rId3", "styles.bin", "styles");

  public static XlsbBuilder xlsb() {
    return new XlsbBuilder().bookRecord(131, bytes()).listed("data", 0, "rId1");
  }

  /** Adds a record: its kind and length in 7 bits a byte, its data. */
  static LittleBytes record(LittleBytes part, int id, LittleBytes data) {
    seven(part, id);
    seven(part, data.size());
    return part.raw(data.array());
  }

  private static void seven(LittleBytes part, int value) {
    int rest = value;
    while (rest >= 0x80) {
      part.u8(rest | 0x80);
      rest >>>= 7;
    }
    part.u8(rest);
  }

  public static LittleBytes text(String text) {
    return bytes().u32(text.length()).wide(text);
  }

  XlsbBuilder bookRecord(int id, LittleBytes data) {
    record(book, id, data);
    return this;
  }

  /** Lists a sheet. */
  XlsbBuilder listed(String name, int state, String relationship) {
    LittleBytes data = bytes().u32(state, 1).raw(text(relationship).array());
    return bookRecord(RecordId.SHEET, data.raw(text(name).array()));
  }

  XlsbBuilder link(String id, String kind) {
    links += RELATIONSHIP.formatted(id, "sheets/" + id + ".bin", kind);
    return this;
  }

  XlsbBuilder string(LittleBytes item) {
    record(strings, RecordId.STRING_ITEM, item);
    return this;
  }

  XlsbBuilder stylesRecord(int id, LittleBytes data) {
    record(styles, id, data);
    return this;
  }

  /** Adds a record to the sheet's part. */
  XlsbBuilder record(int id, LittleBytes data) {
    record(sheet, id, data);
    return this;
  }

  /** Adds bytes to the sheet's part that need not be a record. */
  XlsbBuilder raw(LittleBytes data) {
    sheet.raw(data.array());
    return this;
  }

  public XlsbBuilder begin() {
    return record(129, bytes()).record(RecordId.BEGIN_SHEET_DATA, bytes());
  }

  /** Starts a row, counted from 0. */
  public XlsbBuilder row(long number, boolean hidden) {
    return record(RecordId.ROW, bytes().u32(number, 0).u16(300).u8(0, hidden ? 0x10 : 0, 0).u32(0));
  }

  public XlsbBuilder cell(int id, long column, int style, LittleBytes value) {
    return record(id, bytes().u32(column, style).raw(value.array()));
  }

  public XlsbBuilder end() {
    return record(RecordId.END_SHEET_DATA, bytes()).record(RecordId.END_SHEET, bytes());
  }

  private static byte[] relationships(String all) {
    return RELATIONSHIPS.formatted(all).getBytes(StandardCharsets.UTF_8);
  }

  public byte[] bytesOfZip() {
    record(book, RecordId.END_BOOK, bytes());
    record(strings, RecordId.END_STRINGS, bytes());
    record(styles, RecordId.END_STYLES, bytes());
    return ZipBuilder.zip()
        .add(
            ZipItem.deflated(
                "_rels/.rels",
                relationships(RELATIONSHIP.formatted("rId1", "xl/workbook.bin", "officeDocument"))))
        .add(ZipItem.deflated("xl/_rels/workbook.bin.rels", relationships(links)))
        .add(ZipItem.deflated("xl/workbook.bin", book.array()))
        .add(ZipItem.deflated("xl/sharedStrings.bin", strings.array()))
        .add(ZipItem.deflated("xl/styles.bin", styles.array()))
        .add(ZipItem.deflated("xl/sheets/one.bin", sheet.array()))
        .bytes();
  }
}
