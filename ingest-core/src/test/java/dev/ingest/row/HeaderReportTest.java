package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of a header, sound or not: the row and why, each column, what was meant. */
class HeaderReportTest {

  record Row(
      @Column(header = "Place", aliases = "Site") String location,
      @Nullable Double value,
      String day) {}

  record Placed(@Column(at = "C") String note, String location) {}

  record ByPosition(@Column(at = "A") String place, @Column(at = "3") Double value) {}

  private static final Policies STRICT = Policies.strict();

  @Test
  void aSoundHeaderIsExplained() {
    HeaderReport report =
        report(
            RowSchema.of(Row.class),
            sheet().row("A title").row("Site", "VALUE", "notes", "day").row("UK", 1, "", "x"));

    assertThat(report)
        .hasToString(
            """
            data: header in row 2, the first of the first 50 rows that holds what is needed
              location: "Site" at A2, alias
              value: "VALUE" at B2, normalised
              day: "day" at D2, exact
              (unused) "notes" at C2""");
    assertThat(report.isSound()).isTrue();
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithWhatWasProbablyMeant() {
    HeaderReport report =
        report(RowSchema.of(Row.class), sheet().row("x").row("Plase", "value", "Value"));

    assertThat(report)
        .hasToString(
            """
            data: header in row 2, which comes nearest: it holds 1 of 3 columns
              location: missing; did you mean "Plase"?
              value: "value" at B2, exact and "Value" at C2, normalised
              day: missing
              (unused) "Plase" at A2
              sheet "data": expected the header "Place", found in row 2 only "value", "Value", "Plase"; did you mean "Plase"? declare it as an alias
              data!C2 (value): expected the header "value" once, found it at B2 and C2; rename or remove one of them
              sheet "data": expected the header "day", found in row 2 only "value", "Value", "Plase"; add the column, or correct its header""");
    assertThat(report.isSound()).isFalse();
    assertThat(report.problems())
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.HEADER_MISSING, ProblemCode.HEADER_DUPLICATE, ProblemCode.HEADER_MISSING);
  }

  @Test
  void aSheetWithoutAnyOfTheColumnsHasNoHeader() {
    assertThat(report(RowSchema.of(Placed.class), sheet()))
        .hasToString(
            """
            data: no header row, none of the columns in the first 50 rows
              note: missing
              location: missing
              sheet "data": expected the column C, found none of the columns in the first 50 rows; add the column, or correct its header
              sheet "data": expected the header "location", found none of the columns in the first 50 rows; add the column, or correct its header""");
  }

  @Test
  void theReaderRefusesWithTheSameProblems() {
    WorkbookBuilder sheet = sheet().row("Plase", "value", "Value");
    RowSchema<Row> schema = RowSchema.of(Row.class);

    RefusedFileException refused =
        catchThrowableOfType(RefusedFileException.class, () -> match(schema, sheet));

    assertThat(refused.problems()).isEqualTo(report(schema, sheet).problems());
  }

  @Test
  void aColumnMayBeReadByItsPosition() {
    HeaderReport report =
        report(RowSchema.of(Placed.class), sheet().row("location", "day", "whatever").row("UK"));

    assertThat(report)
        .hasToString(
            """
            data: header in row 1, the first of the first 50 rows that holds what is needed
              note: "whatever" at C1, position
              location: "location" at A1, exact
              (unused) "day" at B1""");
  }

  @Test
  void aPositionIsTheColumnsAloneEvenUnderTheHeaderOfAnother() {
    assertThat(report(RowSchema.of(Placed.class), sheet().row("", "", "location")).problems())
        .extracting(Problem::describe)
        .containsExactly(
            "sheet \"data\": expected the header \"location\", found none of the columns in the first 50 rows; add the column, or correct its header");
  }

  @Test
  void aPositionOutsideTheRangeIsNoColumnOfNulls() {
    byte[] xlsx = sheet().row("location", "day", "note").row("UK", "x", "y").bytes();
    try (Workbook workbook = open(xlsx)) {
      HeaderReport report =
          HeaderReport.of(
              workbook.sheet(SheetSelector.range("data!A1:B2")), RowSchema.of(Placed.class));

      assertThat(report.problems())
          .extracting(Problem::describe)
          .containsExactly(
              "expected the column C for note, found the range data!A1:B2 without it; read a wider range, or correct the position");
    }
  }

  @Test
  void theHeadersRowMayBeDeclared() {
    RowSchema<Row> third = RowSchema.of(Row.class).withPolicies(STRICT.with(HeaderRow.at(3)));

    HeaderMatch match =
        match(third, sheet().row("Place", "value", "day").row().row("Place", "value", "day"));
    assertThat(match.row()).isEqualTo(3);
    assertThat(match.rowsAbove()).isEqualTo(2);

    assertThat(
            report(third, sheet().row("Place", "value", "day").row("UK", 1, "x").row("FR", 2, "y")))
        .asString()
        .startsWith("data: header in row 3, as declared\n  location: missing")
        .contains("expected the header \"Place\", found in row 3 only \"FR\", \"y\"; add");
    assertThat(report(third, sheet().row("Place", "value", "day").rowAt(4, "UK", 1, "x")))
        .asString()
        .startsWith("data: no header row, row 3 is declared and not stored\n")
        .contains("expected the header \"Place\", found no row 3; add the column");
  }

  @Test
  void withoutAHeaderTheFirstRowIsData() {
    RowSchema<ByPosition> none =
        RowSchema.of(ByPosition.class).withPolicies(STRICT.with(HeaderRow.none()));

    HeaderMatch match = match(none, sheet().row("UK", "x", 1));

    assertThat(match.row()).isZero();
    assertThat(match.rows()).isZero();
    assertThat(match.rowsAbove()).isZero();
    assertThat(report(none, sheet().row("UK", "x", 1)))
        .hasToString(
            """
            data: no header row, as declared
              place: "" at A1, position
              value: "" at C1, position""");
  }

  @Test
  void withPositionsOnlyTheFirstRowIsTheHeaderUnlessThereIsNone() {
    assertThat(match(RowSchema.of(ByPosition.class), sheet().row("a", "b", "c")).row()).isOne();
  }

  @Test
  void aNullableColumnMayBeMissingWhereThePolicySaysSo() {
    RowSchema<Row> schema = RowSchema.of(Row.class).withPolicies(STRICT.with(MissingColumn.NULL));

    HeaderMatch match = match(schema, sheet().row("Place", "day", "valu"));
    assertThat(match.isMissing(1)).isTrue();
    assertThat(match.bindings())
        .extracting(HeaderMatch.Binding::how)
        .containsExactly(HeaderMatch.How.EXACT, HeaderMatch.How.MISSING, HeaderMatch.How.EXACT);
    assertThat(report(schema, sheet().row("Place", "day", "valu")))
        .hasToString(
            """
            data: header in row 1, the first of the first 50 rows that holds what is needed
              location: "Place" at A1, exact
              value: missing; did you mean "valu"?
              day: "day" at B1, exact
              (unused) "valu" at C1""");
    assertThat(report(schema, sheet().row("value", "day")).problems())
        .as("a required one never")
        .extracting(Problem::column)
        .containsExactly("location");
  }

  record AllNullable(@Nullable String place, @Nullable Double value) {}

  @Test
  void aRowThatHoldsNoColumnIsNoHeaderEvenIfAllMayBeMissing() {
    RowSchema<AllNullable> schema =
        RowSchema.of(AllNullable.class).withPolicies(STRICT.with(MissingColumn.NULL));

    assertThat(match(schema, sheet().row("a title").row("value")).row()).isEqualTo(2);
    assertThat(report(schema, sheet().row("a title")).problems())
        .extracting(Problem::column)
        .containsExactly("place", "value");
  }

  @Test
  void unexpectedColumnsAreToldOrIgnoredOrRefused() {
    RowSchema<Row> schema = RowSchema.of(Row.class);
    WorkbookBuilder sheet = sheet().row("Place", "value", "day", "notes", "total");

    assertThat(match(schema, sheet).unexpected())
        .extracting(HeaderMatch.Unexpected::header)
        .containsExactly("notes", "total");
    assertThat(match(schema.withPolicies(STRICT.with(UnexpectedColumn.IGNORE)), sheet).unexpected())
        .isEmpty();
    RefusedFileException refused =
        catchThrowableOfType(
            RefusedFileException.class,
            () -> match(schema.withPolicies(STRICT.with(UnexpectedColumn.FAIL)), sheet));
    assertThat(refused)
        .hasMessage(
            """
            data!D1: expected no headers but those of the columns, found "notes"; remove the column, or add it to the schema
            data!E1: expected no headers but those of the columns, found "total"; remove the column, or add it to the schema""");
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.HEADER_UNEXPECTED);
  }

  @Test
  void whatIsMeantMayBeNearAnAlias() {
    assertThat(report(RowSchema.of(Row.class), sheet().row("Sites", "value", "day")))
        .asString()
        .contains("location: missing; did you mean \"Sites\"?");
  }

  @Test
  void aRowThatIsNoHeaderHasNoUnexpectedOnes() {
    RowSchema<Row> schema =
        RowSchema.of(Row.class).withPolicies(STRICT.with(UnexpectedColumn.FAIL));

    assertThat(report(schema, sheet().row("a title")).problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.HEADER_MISSING);
    assertThat(report(schema, sheet().row("Place", "value", "notes")).problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.HEADER_MISSING, ProblemCode.HEADER_UNEXPECTED);
  }

  @Test
  void policiesArePrinted() {
    assertThat(STRICT)
        .hasToString(
            "header searched, missing column refuses the file, unexpected column warns, hidden rows read");
    assertThat(RowSchema.of(AllNullable.class).withPolicies(STRICT.with(HeaderRow.at(3))))
        .hasToString(
            """
            place: String, nullable
            value: Double, nullable
            (header row 3, missing column refuses the file, unexpected column warns, hidden rows read)""");
    assertThat(HeaderRow.none()).hasToString("none");
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data");
  }

  private static HeaderReport report(RowSchema<?> schema, WorkbookBuilder builder) {
    try (Workbook workbook = open(builder.bytes())) {
      return HeaderReport.of(workbook.sheets().get(0), schema);
    }
  }

  private static HeaderMatch match(RowSchema<?> schema, WorkbookBuilder builder) {
    try (Workbook workbook = open(builder.bytes());
        RowReader<?> reader = RowReader.open(workbook.sheets().get(0), schema)) {
      return reader.header();
    }
  }

  private static Workbook open(byte[] xlsx) {
    return Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
  }
}
