package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.problem.Note;
import dev.ingest.problem.NoteCode;
import dev.ingest.report.ReportJson;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is worth knowing is told to people in sentences, and to programs with code and place. */
class NotesTest {

  private static final double LONG = 1234567890123456.0;

  @Test
  void eachNoteHasItsCodePlaceAndNumber() {
    IngestReport report =
        convert(
            SheetSelector.onlyVisible(),
            sheet("id", "day", "remark")
                .row(LONG, 43862, "x")
                .hiddenRow(LONG, 43863, "y")
                .hiddenRow(1, LocalDate.of(2020, 2, 3), "z"));

    assertThat(report.notes())
        .containsExactly(
            Note.of(
                NoteCode.HIDDEN_ROWS,
                2,
                "2 rows are hidden in the sheet; they were read like the others"),
            Note.of(
                NoteCode.SERIAL_WITHOUT_FORMAT,
                2,
                "2 dates are numbers without a date format (SERIAL_WITHOUT_FORMAT)"),
            new Note(
                NoteCode.LONG_NUMBERS,
                "id",
                new CellAddress("data", 2, 1),
                2,
                "data!A2 (id): the first of 2 numbers of more than 15 digits; Excel keeps 15, the others may be lost: store identifiers as text"),
            new Note(
                NoteCode.UNUSED_COLUMN,
                "",
                new CellAddress("data", 1, 3),
                1,
                "data!C1: the column \"remark\" is not used"));
    assertThat(report.warnings()).isEqualTo(report.notes().stream().map(Note::message).toList());
    assertThat(ReportJson.of(report))
        .contains(
            "{\"code\":\"UNUSED_COLUMN\",\"cell\":\"data!C1\",\"count\":1,\"message\":\"data!C1: the column \\\"remark\\\" is not used\"}",
            "{\"code\":\"LONG_NUMBERS\",\"column\":\"id\",\"cell\":\"data!A2\",\"count\":2,\"message\"");
  }

  @Test
  void aRangeIsANote() {
    IngestReport report =
        convert(
            SheetSelector.range("data!A1:B2"),
            sheet("id", "day").row(1, LocalDate.of(2020, 2, 1)).row(2, "not read"));

    assertThat(report.notes())
        .containsExactly(Note.of(NoteCode.RANGE_ONLY, "only the range data!A1:B2 is read"));
  }

  @Test
  void codesAreNamesThatProgramsCanRead() {
    assertThat(Arrays.asList(NoteCode.values()))
        .allMatch(code -> code.name().matches("[A-Z][A-Z_]*"));
  }

  private static WorkbookBuilder sheet(Object... headers) {
    return WorkbookBuilder.workbook().sheet("data").row(headers);
  }

  private static IngestReport convert(SheetSelector sheet, WorkbookBuilder workbook) {
    RowSchema<DynamicRow> schema =
        RowSchema.builder().column("id", Double.class).column("day", LocalDate.class).build();
    Pipeline<DynamicRow> pipeline =
        Pipeline.of("days", schema, LoadPlan.into(TableName.parse("days")).append())
            .sheet(sheet)
            .build();
    return Ingestion.converting(pipeline, new OneObject(), "bucket")
        .run(new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook.bytes())));
  }
}
