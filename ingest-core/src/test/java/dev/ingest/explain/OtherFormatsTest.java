package dev.ingest.explain;

import static dev.ingest.workbook.grid.LittleBytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.Lenient;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.biff.XlsBuilder;
import dev.ingest.workbook.xlsb.XlsbBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is printed of cells of other formats than .xlsx, whole. */
class OtherFormatsTest {

  /** A shift. */
  record Shift(@Lenient @Nullable String name, LocalTime start) {}

  private static final Pipeline<Shift> SHIFTS =
      Pipeline.of("shifts", RowSchema.of(Shift.class), LoadPlan.into(TableName.parse("t")).append())
          .build();

  /** Records of [MS-XLS] 2.3. */
  private static final int LABELSST = 0x00fd;

  private static final int MULRK = 0x00bd;
  private static final int NUMBER = 0x0203;

  /** Records of [MS-XLSB] 2.3. */
  private static final int REAL = 5;

  private static final int TEXT = 6;

  @Test
  void aRecordOfAnXls() {
    XlsBuilder book = XlsBuilder.biff8().style(0).format(164, "hh:mm").style(164).style(21);
    book.strings("name", "start", "Ann");
    book.sheet("data")
        .cell(LABELSST, 0, 0, 0, bytes().u32(0))
        .cell(LABELSST, 0, 1, 0, bytes().u32(1))
        .cell(LABELSST, 1, 0, 0, bytes().u32(2))
        .cell(NUMBER, 1, 1, 1, bytes().f64(0.75))
        .cell(MULRK, 2, 0, 0, bytes().u32(3 << 2 | 2).u16(2).u32(1 << 2 | 2).u16(1))
        .end();
    byte[] xls = book.xls();

    assertThat(Explanations.text("a.xls", xls, SHIFTS, "data!B2"))
        .isEqualTo(
            """
            cell      data!B2
            file      a.xls, xls
            stored    record 0203 at byte 221
                      01 00 01 00 01 00 00 00 00 00 00 00 e8 3f
            style     1, number format 164, hh:mm
            format    time
            kind      date
            raw       0.75
            place     data, pipeline shifts
            column    start: LocalTime
            header    "start" at B1, exact
            step 1    time of day: the date 0.75 -> 18:00
            value     18:00
            row       accepted
            """);
    assertThat(Explanations.text("a.xls", xls, SHIFTS, "data!B3"))
        .as("the second cell of one record")
        .isEqualTo(
            """
            cell      data!B3
            file      a.xls, xls
            stored    record 00bd at byte 239
                      02 00 00 00 00 00 0e 00 00 00 02 00 06 00 00 00 01 00
            style     2, number format 21 (built in), h:mm:ss
            format    time
            kind      date
            raw       1
            date      1900-01-01T00:00
            place     data, pipeline shifts
            column    start: LocalTime
            header    "start" at B1, exact
            step 1    time of day: the date 1 -> NOT_A_TIME, expected a time of day, found the date 1
            problem   NOT_A_TIME, data!B3 (start): expected a time of day, found the date 1; enter it as a time below 24:00, or as text like 19:00
            row       rejected
            """);
  }

  @Test
  void aRecordOfAnXlsb() {
    byte[] xlsb =
        XlsbBuilder.xlsb()
            .begin()
            .row(0, false)
            .cell(TEXT, 0, 0, XlsbBuilder.text("name"))
            .cell(TEXT, 1, 0, XlsbBuilder.text("start"))
            .row(1, false)
            .cell(TEXT, 0, 0, XlsbBuilder.text("Ann"))
            .cell(REAL, 1, 0, bytes().f64(0.75))
            .end()
            .bytesOfZip();

    assertThat(Explanations.text("a.xlsb", xlsb, SHIFTS, "data!B2"))
        .isEqualTo(
            """
            cell      data!B2
            file      a.xlsb, xlsb
            stored    xl/sheets/one.bin: record 5 at byte 110
                      01 00 00 00 00 00 00 00 00 00 00 00 00 00 e8 3f
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       0.75
            place     data, pipeline shifts
            column    start: LocalTime
            header    "start" at B1, exact
            step 1    time of day: the number 0.75 -> NOT_A_TIME, expected a time of day, found the number 0.75
            problem   NOT_A_TIME, data!B2 (start): expected a time of day, found the number 0.75; format the cell as a time if it is one
            row       rejected
            """);
  }

  @Test
  void anElementOfAnOpenDocument() {
    String spreadsheet =
        """
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
        <office:body><office:spreadsheet><table:table table:name="data">
        <table:table-row>
          <table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>
          <table:table-cell office:value-type="string"><text:p>start</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="2">
          <table:table-cell/>
          <table:table-cell office:value-type="time" office:time-value="PT18H00M00S"><text:p>18:00</text:p></table:table-cell>
        </table:table-row>
        </table:table></office:spreadsheet></office:body></office:document>
        """;

    assertThat(
            Explanations.text(
                "a.fods", spreadsheet.getBytes(StandardCharsets.UTF_8), SHIFTS, "data!B3"))
        .isEqualTo(
            """
            cell      data!B3
            file      a.fods, fods
            stored    a.fods, line 12
                      <table:table-cell office:value-type="time" office:time-value="PT18H00M00S"><text:p>18:00</text:p></table:table-cell>
            kind      date
            raw       PT18H00M00S
            place     data, pipeline shifts
            column    start: LocalTime
            header    "start" at B1, exact
            step 1    time of day: the date PT18H00M00S -> 18:00
            value     18:00
            row       accepted
            """);
  }

  @Test
  void aFieldOfAText() {
    byte[] csv = "name,start\nAnn,\"6 o'clock, \"\"about\"\"\"\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Explanations.text("data.csv", csv, SHIFTS, "data!B2"))
        .isEqualTo(
            """
            cell      data!B2
            file      data.csv, text
            stored    record 2, field 2
                      6 o'clock, "about"
            kind      text
            raw       6 o'clock, "about"
            place     data, pipeline shifts
            column    start: LocalTime
            header    "start" at B1, exact
            step 1    ISO 8601: text "6 o'clock, "about"" -> passed on, it is not written so
            step 2    time of day: text "6 o'clock, "about"" -> NOT_A_TIME, expected a time of day, found text "6 o'clock, "about""
            problem   NOT_A_TIME, data!B2 (start): expected a time of day, found text "6 o'clock, "about""; enter it as a time below 24:00, or as text like 19:00
            row       rejected
            """);
  }
}
