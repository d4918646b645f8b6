package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.DecoderRegistry;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.IngestReport.Outcome;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.Upload;
import dev.ingest.problem.Problem;
import dev.ingest.row.AtLeast;
import dev.ingest.row.AtMost;
import dev.ingest.row.Decimal;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.Matches;
import dev.ingest.row.MaxLength;
import dev.ingest.row.NumericDates;
import dev.ingest.row.OneOf;
import dev.ingest.row.Policies;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Zone;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workbook with thirty mistakes, each of another kind, is told all of them in one run; the sender
 * finds them as notes in the annotated copy, mends that copy, and sends it again.
 */
class ThirtyMistakesTest {

  enum Colour {
    RED,
    BLUE
  }

  record Order(
      @Matches("[A-Z]{2}-[0-9]{3}") String id,
      @OneOf({"Paris", "Rome"}) String city,
      @MaxLength(value = 6, unit = LengthUnit.UTF8_BYTES) String note,
      @AtLeast("1") @AtMost("100") int pieces,
      @Nullable Double weight,
      @Decimal(precision = 5, scale = 2) BigDecimal amount,
      Currency currency,
      @AtLeast("2020-01-01") LocalDate day,
      @NumericDates(DayOrder.BY_WITNESS) LocalDate due,
      boolean paid,
      LocalTime at,
      Duration took,
      Colour colour,
      @Zone("Europe/Berlin") Instant moment) {

    Order {
      if (due.isBefore(day)) {
        throw new IllegalArgumentException("it is due before it is ordered");
      }
    }
  }

  /** The reason of the JDK differs by its version. */
  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("no ISO 4217 code", none);
    }
  }

  private static final List<String> HEADERS =
      List.of(
          "id",
          "city",
          "note",
          "pieces",
          "weight",
          "amount",
          "currency",
          "day",
          "due",
          "paid",
          "at",
          "took",
          "colour",
          "moment");

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  private static final Pipeline<Order> ORDERS =
      Pipeline.of(
              "orders",
              RowSchema.of(
                      Order.class,
                      DecoderRegistry.standard()
                          .with(
                              Currency.class,
                              CellDecoders.text().map(ThirtyMistakesTest::currency, "a currency")))
                  .withPolicies(Policies.strict().with(HiddenRows.REJECT)),
              LoadPlan.into(TableName.parse("orders")).append())
          .rule(RowRule.uniqueKey(DuplicateRows.REJECT, "id"))
          .build();

  /** One mistake: the cell, what is planted there, and what is said of it. */
  record Mistake(String column, @Nullable Object planted, String problem) {}

  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake(
              "id",
              null,
              "REQUIRED expected a value, found a blank cell; fill the cell, or declare the column nullable"),
          new Mistake(
              "id",
              "ok-104",
              "PATTERN_MISMATCH expected text that matches [A-Z]{2}-[0-9]{3}, found text \"ok-104\""),
          new Mistake(
              "id",
              "OK-100",
              "DUPLICATE_KEY expected each id once, found it in row 2, too; delete one of the two rows, or correct it"),
          new Mistake(
              "city", "London", "NOT_IN_SET expected one of [Paris, Rome], found text \"London\""),
          new Mistake(
              "city",
              CellXml.uncalculated("B2"),
              "UNCALCULATED expected text, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated"),
          new Mistake(
              "note",
              "caf\u00e9 \u00e9t\u00e9",
              "TEXT_TOO_LONG expected text of at most 6 bytes of UTF-8, found text \"caf\u00e9 \u00e9t\u00e9\", which is 11 bytes of UTF-8"),
          new Mistake(
              "pieces", "a dozen", "NOT_A_NUMBER expected a number, found text \"a dozen\""),
          new Mistake("pieces", 3.5, "NOT_AN_INTEGER expected an integer, found the number 3.5"),
          new Mistake(
              "pieces",
              3_000_000_000L,
              "OUT_OF_RANGE expected an integer from -2147483648 to 2147483647, found the number 3000000000"),
          new Mistake(
              "pieces", 0, "BELOW_MINIMUM expected a value of at least 1, found the number 0"),
          new Mistake(
              "pieces", 101, "ABOVE_MAXIMUM expected a value of at most 100, found the number 101"),
          new Mistake("pieces", DAY, "DATE_NOT_NUMBER expected a number, found the date 43862"),
          new Mistake("weight", true, "NOT_A_NUMBER expected a number, found the boolean TRUE"),
          new Mistake(
              "weight",
              CellError.DIV_0,
              "CELL_ERROR expected a number, found the error #DIV/0!; mend the formula, or declare what the error means for this column"),
          new Mistake(
              "amount",
              1.234,
              "TOO_MANY_DECIMALS expected a number of at most 2 digits behind the point, found the number 1.234"),
          new Mistake(
              "amount",
              12345,
              "OUT_OF_RANGE expected a number of at most 3 digits before the point, found the number 12345"),
          new Mistake(
              "currency",
              "euro",
              "VALUE_REFUSED expected a currency, found text \"euro\" (no ISO 4217 code)"),
          new Mistake(
              "day",
              "1 February",
              "NOT_A_DATE expected a date, found text \"1 February\"; enter it as a date, or as text like 2020-02-01"),
          new Mistake(
              "day",
              CellXml.styled("60", 1),
              "BAD_SERIAL expected a date, found serial 60 is 1900-02-29, a day that never was; enter it as a date"),
          new Mistake(
              "day",
              7,
              "BAD_SERIAL expected a date, found the number 7, which would be 1900-01-07; format the cell as a date if it is one"),
          new Mistake(
              "day",
              LocalDateTime.of(2020, 2, 1, 19, 0),
              "TIME_IN_DATE expected a date, found the date with time 2020-02-01T19:00; take the time off, or declare the column a date with time"),
          new Mistake(
              "day",
              LocalDate.of(2019, 12, 31),
              "BELOW_MINIMUM expected a value of at least 2020-01-01, found the date 2019-12-31"),
          new Mistake(
              "due",
              "3/4/2020",
              "DATE_AMBIGUOUS expected one order of day and month in the column, found text \"3/4/2020\", and no cell that tells them apart; declare the order, or enter dates as dates"),
          new Mistake(
              "due", LocalDate.of(2020, 1, 31), "ROW_REFUSED it is due before it is ordered"),
          new Mistake(
              "paid", "maybe", "NOT_A_BOOLEAN expected TRUE or FALSE, found text \"maybe\""),
          new Mistake(
              "at",
              "25:00",
              "NOT_A_TIME expected a time of day, found text \"25:00\"; enter it as a time below 24:00, or as text like 19:00"),
          new Mistake(
              "took",
              2,
              "NOT_A_DURATION expected a duration, found the number 2; format the cell as [h]:mm if it counts days"),
          new Mistake(
              "colour", "GREEN", "NOT_IN_SET expected one of [RED, BLUE], found text \"GREEN\""),
          new Mistake(
              "moment",
              LocalDateTime.of(2020, 3, 29, 2, 30),
              "TIME_NOT_IN_ZONE expected a time that the clocks of Europe/Berlin show once, found 2020-03-29T02:30, which they skip; enter it as text with its offset, like 2020-02-01T19:00+01:00"),
          new Mistake(
              "hidden",
              null,
              "HIDDEN_ROW expected rows that are shown, found a hidden one; show the row, or delete it"));

  @TempDir Path folder;

  @Test
  void thirtyMistakesAreThirtyProblemsAtOnce() {
    IngestReport report = run("orders.xlsx", workbook().bytes());

    assertThat(report.problems())
        .extracting(ThirtyMistakesTest::line)
        .containsExactlyElementsOf(expected());
    assertThat(report.problems()).hasSize(30);
    assertThat(report.rows().rejected()).isEqualTo(30);
    assertThat(report.rows().accepted()).isEqualTo(1);
  }

  @Test
  void theAnnotatedWorkbookHasJustTheseNotes() throws Exception {
    IngestReport report = run("orders.xlsx", workbook().bytes());

    assertThat(notes(annotated())).isEqualTo(texts(report.problems()));
  }

  @Test
  void theMendedCopyIsClean() throws Exception {
    run("orders.xlsx", workbook().bytes());

    IngestReport again = run("mended.xlsx", mended(annotated()));

    assertThat(again.problems()).isEmpty();
    assertThat(again.outcome()).isEqualTo(Outcome.CONVERTED);
    assertThat(again.rows().accepted()).isEqualTo(31);
    assertThat(again.warnings())
        .containsExactly(
            "the workbook was annotated earlier; its sheet \"Problems\" is passed over");
  }

  /** A good row, and thirty of which one thing each is wrong. */
  private static WorkbookBuilder workbook() {
    WorkbookBuilder book = WorkbookBuilder.workbook().sheet("data").row(HEADERS.toArray());
    book.row(row(0).toArray());
    for (int i = 0; i < MISTAKES.size(); i++) {
      Mistake mistake = MISTAKES.get(i);
      List<@Nullable Object> row = row(i + 1);
      if (mistake.column().equals("hidden")) {
        book.hiddenRow(row.toArray());
      } else {
        row.set(HEADERS.indexOf(mistake.column()), mistake.planted());
        book.row(row.toArray());
      }
    }
    return book;
  }

  private static List<@Nullable Object> row(int number) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add("OK-" + (100 + number));
    row.addAll(List.of("Paris", "new", 12, 0.5, 9.95, "EUR", DAY, DAY.plusDays(14), true));
    row.addAll(List.of("10:30", "PT1H", "RED", "2020-02-01T10:00:00Z"));
    return row;
  }

  private static List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < MISTAKES.size(); i++) {
      int column = Math.max(0, HEADERS.indexOf(MISTAKES.get(i).column()));
      char letter = (char) ('A' + (isOfTheRow(MISTAKES.get(i)) ? 0 : column));
      lines.add("%s%s %s".formatted(letter, i + 3, MISTAKES.get(i).problem()));
    }
    return lines;
  }

  private static boolean isOfTheRow(Mistake mistake) {
    return mistake.problem().startsWith("ROW_REFUSED");
  }

  private static String line(Problem problem) {
    String cell = problem.cell() == null ? "" : problem.cell().a1();
    String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
    return "%s %s %s%s".formatted(cell, problem.code(), problem.message(), hint);
  }

  private IngestReport run(String name, byte[] workbook) {
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    return Ingestion.converting(ORDERS, store, "bucket")
        .withRecorder(RunFiles.in(store, "bucket").withKeys("{name}"))
        .run(new Upload("uk/" + name, WorkbookSource.of(name, workbook)));
  }

  private byte[] annotated() throws IOException {
    return Files.readAllBytes(folder.resolve("bucket/annotated.xlsx"));
  }

  private static Map<String, String> notes(byte[] workbook) throws IOException {
    Map<String, String> notes = new TreeMap<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.getSheet("data")
          .getCellComments()
          .forEach((at, note) -> notes.put(at.formatAsString(), note.getString().getString()));
    }
    return notes;
  }

  private static Map<String, String> texts(List<Problem> problems) {
    Map<String, String> texts = new TreeMap<>();
    for (Problem problem : problems) {
      String hint = problem.hint().isEmpty() ? "" : "\n" + problem.hint();
      texts.put(
          problem.cell() == null ? "" : problem.cell().a1(),
          "[ingest] " + problem.message() + hint);
    }
    return texts;
  }

  /** Mends as a person would: each row has what the good one has, and an id of its own. */
  private static byte[] mended(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet data = book.getSheet("data");
      Row good = data.getRow(1);
      for (int i = 2; i < MISTAKES.size() + 2; i++) {
        Row row = data.getRow(i);
        row.setZeroHeight(false);
        for (Cell from : good) {
          copy(
              from, row.getCell(from.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
        }
        row.getCell(0).setCellValue("FX-" + (100 + i));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void copy(Cell from, Cell to) {
    to.setBlank();
    to.setCellStyle(from.getCellStyle());
    switch (from.getCellType()) {
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
      default -> to.setCellValue(from.getStringCellValue());
    }
  }
}
