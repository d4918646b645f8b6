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
      Pipeline.of(
              "shifts", RowSchema.of(Shift.class), LoadPlan.into(TableName.parse("t")).append())
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
            @@B2xls@@
            """);
    assertThat(Explanations.text("a.xls", xls, SHIFTS, "data!B3"))
        .as("the second cell of one record")
        .isEqualTo(
            """
            @@B3xls@@
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
            @@B2xlsb@@
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
            @@B3ods@@
            """);
  }

  @Test
  void aFieldOfAText() {
    byte[] csv = "name,start\nAnn,\"6 o'clock, \"\"about\"\"\"\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Explanations.text("data.csv", csv, SHIFTS, "data!B2"))
        .isEqualTo(
            """
            @@B2csv@@
            """);
  }
}
