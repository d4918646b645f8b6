package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.aws.redshift.RedshiftCsv;
import dev.ingest.format.CsvFormat;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.RefusedRow;
import dev.ingest.load.TableName;
import dev.ingest.row.RowSchema;
import dev.ingest.store.ObjectLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a target does not take is told, and the table is as it was. */
class RefusedRowsTest {

  record Line(String part, @Nullable Integer number) {}

  private static final LoadPlan.Into LINES = LoadPlan.into(TableName.parse("lines"));

  private @Nullable LoadTarget open;

  private LoadTarget target(LoadTarget.Kind kind, String columns) {
    LoadTarget target = new LoadTarget(kind);
    open = target;
    target.execute("CREATE TABLE lines (" + columns + ")");
    return target;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private static LoadException refusal(LoadTarget target, LoadRequest request) {
    return catchThrowableOfType(LoadException.class, () -> target.loader().load(request));
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void redshiftNamesLineAndColumn(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part varchar(4), number int");
    target.execute("INSERT INTO lines VALUES ('old', 1)");

    LoadException refusal =
        refusal(
            target,
            target.request(
                LINES.replaceTable(),
                Line.class,
                List.of(new Line("a\nb", 1), new Line("fünf", 2), new Line("ok", 3))));

    assertThat(refusal.reason()).isEqualTo(Reason.ROWS_REFUSED);
    assertThat(refusal)
        .hasMessage(
            "table public.lines: expected the load to succeed, found \"String length exceeds DDL length\" (1204) in line 4, column part; nothing was changed; compare the table's columns with the file");
    assertThat(refusal.refused())
        .containsExactly(
            new RefusedRow(2, List.of("part"), "1204", "String length exceeds DDL length"));
    assertThat(target.query("SELECT * FROM lines")).containsExactly("old|1");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void noMessageOfRedshiftQuotesAValue(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part int, number int");

    LoadException refusal =
        refusal(
            target,
            target.request(LINES.append(), Line.class, List.of(new Line("it's secret", 1))));

    assertThat(refusal)
        .hasMessage(
            "table public.lines: expected the load to succeed, found \"Invalid digit, Value '…', Pos 0, Type: Integer\" (1207) in line 2, column part; nothing was changed; compare the table's columns with the file");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void aNullIsTakenForNullInAnyColumn(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part varchar(4), number int NOT NULL");

    LoadException refusal =
        refusal(target, target.request(LINES.append(), Line.class, List.of(new Line("a", null))));

    assertThat(refusal)
        .hasMessage(
            "table public.lines: expected the load to succeed, found \"Missing data for not-null field\" (1213) in line 2, column number; nothing was changed; compare the table's columns with the file");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void allColumnsThatAreMissingAreNamed(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "other int");

    LoadException refusal =
        refusal(target, target.request(LINES.append(), Line.class, List.of(new Line("a", 1))));

    assertThat(refusal.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(refusal)
        .hasMessage(
            "table public.lines: expected the columns of the file, found none named part, number; add them, or write names in lower case, as Redshift keeps them");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void aTableThatDoesNotFitIsToldBeforeAnythingIsWritten(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part int, number int");

    LoadException refusal =
        catchThrowableOfType(
            LoadException.class,
            () ->
                target
                    .loader()
                    .begin(
                        LINES.append(),
                        RowSchema.of(Line.class),
                        target.format(),
                        LoadOptions.defaults()));

    assertThat(refusal).hasMessageContaining("part").hasMessageContaining("integer");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void aTableThatIsNotThereIsNamed(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part varchar(4)");
    LoadPlan elsewhere = LoadPlan.into(TableName.parse("public.Lines")).append();

    LoadException refusal =
        refusal(target, target.request(elsewhere, Line.class, List.of(new Line("a", 1))));

    assertThat(refusal)
        .hasMessage(
            "table public.Lines: expected it in the database, found none; create it, and write its name in lower case, as Redshift keeps names");
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void aFileWithoutMarksForNullIsNotTaken(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part varchar(4), number int");
    LoadRequest own = target.request(LINES.append(), Line.class, List.of(new Line("a", 1)));
    LoadRequest plain =
        new LoadRequest(
            own.plan(), own.schema(), own.data(), new CsvFormat(), own.scope(), own.rows());

    assertThat(refusal(target, plain))
        .hasMessage(
            "table public.lines: expected CSV with a mark for null, found csv; choose the format RedshiftCsv");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "RDS"})
  void aFileWithMarksForNullIsForRedshiftOnly(LoadTarget.Kind kind) {
    LoadTarget target = target(kind, "part varchar(4), number int");
    LoadRequest own = target.request(LINES.append(), Line.class, List.of(new Line("a", 1)));
    LoadRequest marked =
        new LoadRequest(
            own.plan(), own.schema(), own.data(), new RedshiftCsv(), own.scope(), own.rows());

    assertThat(refusal(target, marked))
        .hasMessage("table lines: expected CSV, found redshift.csv; choose the CSV format");
  }

  @Test
  void whatRdsCannotImportIsToldWithWhatToCheck() {
    LoadTarget target = target(LoadTarget.Kind.RDS, "part varchar(4), number int");
    LoadRequest request = target.request(LINES.append(), Line.class, List.of(new Line("a", 1)));
    LoadRequest gone =
        new LoadRequest(
            request.plan(),
            RowSchema.of(Line.class),
            new ObjectLocation(LoadTarget.BUCKET, "gone.csv"),
            request.format(),
            request.scope(),
            1);

    assertThat(refusal(target, gone))
        .hasMessage(
            "table lines: expected aws_s3 to import s3://files/gone.csv of the region eu-west-1, found that it did not (SQLSTATE XX000); check the region, and that the instance has a role for s3Import that may read the object");
  }

  @Test
  void anRdsWithoutTheExtensionIsToldSo() {
    LoadTarget target = target(LoadTarget.Kind.POSTGRES, "part varchar(4), number int");
    LoadRequest request = target.request(LINES.append(), Line.class, List.of(new Line("a", 1)));

    LoadException refusal =
        catchThrowableOfType(LoadException.class, () -> target.importingLoader().load(request));

    assertThat(refusal.reason()).isEqualTo(Reason.MISCONFIGURED);
    assertThat(refusal)
        .hasMessage(
            "table lines: expected the extension aws_s3 in the database, found none (SQLSTATE 3F000); run CREATE EXTENSION aws_s3 CASCADE, and grant USAGE on the schemas aws_s3 and aws_commons");
  }
}
