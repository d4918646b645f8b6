package dev.ingest.workbook.biff;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ingest.workbook.grid.LittleBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the records of an .xls one by one, so that each can lie. */
public final class XlsBuilder {

  /** A sheet's records behind its BOF. */
  public static final class SheetRecords {

    private final String name;
    private final int state;
    private final int type;
    private final LittleBytes records = bytes();
    private long at = -1;

    private SheetRecords(String name, int state, int type, int bofVersion, int bofType) {
      this.name = name;
      this.state = state;
      this.type = type;
      record(RecordId.BOF, bytes().u16(bofVersion, bofType).u32(0));
    }

    /** Adds a record. */
    public SheetRecords record(int id, LittleBytes data) {
      return record(id, data.array());
    }

    /** Adds a record. */
    public SheetRecords record(int id, byte[] data) {
      records.u16(id, data.length).raw(data);
      return this;
    }

    /** Adds a record that starts as all of one cell do; row and column count from 0. */
    public SheetRecords cell(int id, int row, int column, int style, LittleBytes value) {
      return record(id, bytes().u16(row, column, style).raw(value.array()));
    }

    /** Adds a number of the plain style. */
    public SheetRecords number(int row, int column, double value) {
      return cell(RecordId.NUMBER, row, column, 0, bytes().f64(value));
    }

    SheetRecords row(int row, boolean hidden) {
      return record(RecordId.ROW, bytes().u16(row, 0, 1, 255, 0, 0, hidden ? 0x0120 : 0x0100, 15));
    }

    SheetRecords formula(int row, int column, LittleBytes value) {
      return cell(RecordId.FORMULA, row, column, 0, value.u16(0).u32(0).u16(3).u8(0x1e).u16(1));
    }

    /** Says that the sheet is somewhere else. */
    SheetRecords at(long position) {
      at = position;
      return this;
    }

    public SheetRecords end() {
      return record(RecordId.EOF, bytes());
    }
  }

  private final int version;
  private final LittleBytes globals = bytes();
  private final List<SheetRecords> sheets = new ArrayList<>();

  private XlsBuilder(int version) {
    this.version = version;
  }

  /** Starts a workbook of Excel 97 to 2003. */
  public static XlsBuilder biff8() {
    return new XlsBuilder(0x0600);
  }

  /** Starts a workbook of Excel 5 or 95. */
  public static XlsBuilder biff5() {
    return new XlsBuilder(0x0500);
  }

  /** Adds a record to the globals. */
  public XlsBuilder global(int id, LittleBytes data) {
    globals.u16(id, data.size()).raw(data.array());
    return this;
  }

  public XlsBuilder format(int id, String code) {
    LittleBytes length = bytes().u16(id);
    LittleBytes data =
        version == 0x0600 ? length.u16(code.length()).u8(0) : length.u8(code.length());
    return global(RecordId.FORMAT, data.text(code, ISO_8859_1));
  }

  /** Adds a style with that number format. */
  public XlsBuilder style(int format) {
    return global(RecordId.XF, bytes().u16(0, format).raw(new byte[16]));
  }

  /** Adds shared strings that need no CONTINUE. */
  public XlsBuilder strings(String... items) {
    LittleBytes data = bytes().u32(items.length, items.length);
    for (String item : items) {
      data.u16(item.length()).u8(1).wide(item);
    }
    return global(RecordId.SST, data);
  }

  /** Adds a visible worksheet. */
  public SheetRecords sheet(String name) {
    return sheet(name, 0, 0, 0x0010);
  }

  SheetRecords sheet(String name, int state, int type, int bofType) {
    SheetRecords sheet = new SheetRecords(name, state, type, version, bofType);
    sheets.add(sheet);
    return sheet;
  }

  /** Returns the records without a container. */
  public byte[] stream() {
    LittleBytes all = bytes().u16(RecordId.BOF, 8, version, 0x0005).u32(0).raw(globals.array());
    long at = 4L + all.size();
    for (SheetRecords sheet : sheets) {
      at += 4 + boundSheet(sheet, 0).length;
    }
    for (SheetRecords sheet : sheets) {
      byte[] data = boundSheet(sheet, sheet.at < 0 ? at : sheet.at);
      all.u16(RecordId.BOUNDSHEET, data.length).raw(data);
      at += sheet.records.size();
    }
    all.u16(RecordId.EOF, 0);
    sheets.forEach(sheet -> all.raw(sheet.records.array()));
    return all.array();
  }

  private byte[] boundSheet(SheetRecords sheet, long at) {
    LittleBytes data = bytes().u32(at).u8(sheet.state, sheet.type, sheet.name.length());
    return version == 0x0600
        ? data.u8(1).wide(sheet.name).array()
        : data.text(sheet.name, ISO_8859_1).array();
  }

  /** Returns the records in a container, under the name that their version has. */
  public byte[] xls() {
    return container(version == 0x0600 ? "Workbook" : "Book", stream());
  }

  /** Returns a container with one stream. */
  public static byte[] container(String name, byte[] stream) {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(stream), name);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
