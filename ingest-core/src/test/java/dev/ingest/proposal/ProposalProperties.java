package dev.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.naming.NormalName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.ProblemCode;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is proposed for a workbook can be used on it, whatever the workbook. */
class ProposalProperties {

  /** A column of the workbook; a null cell is blank. */
  record Drawn(String header, List<Object> cells) {}

  private static final Object BLANK = "";
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

  @Property(tries = 400)
  void aProposalTakesAllRowsOfItsOwnWorkbook(@ForAll("clean") List<Drawn> columns) {
    Proposal proposal = Proposals.of(workbook(columns));
    Pipeline<?> pipeline = PipelineFile.parse("book.yaml", proposal.yaml());
    IngestReport report = Proposals.convert(pipeline, source(columns));

    assertThat(proposal.misfits()).isZero();
    assertThat(report.problems()).isEmpty();
    assertThat(report.rows().accepted()).isEqualTo(proposal.rows());
    assertThat(report.rows().rejected()).isZero();
  }

  @Property(tries = 400)
  void aProposalForetellsEachProblem(@ForAll("anything") List<Drawn> columns) {
    Proposal proposal = Proposals.of(workbook(columns));
    Pipeline<?> pipeline = PipelineFile.parse("book.yaml", proposal.yaml());
    IngestReport report = Proposals.convert(pipeline, source(columns));
    long nothingLeft =
        report.problems().stream()
            .filter(problem -> problem.code() == ProblemCode.EMPTY_RESULT)
            .count();

    assertThat(report.problemCount() - nothingLeft).isEqualTo(proposal.misfits());
    assertThat(report.rows().accepted() + report.rows().rejected()).isEqualTo(proposal.rows());
  }

  @Property(tries = 60)
  void theRecordHasTheSchemaOfTheFile(@ForAll("anything") List<Drawn> columns) {
    Proposal proposal = Proposals.of(workbook(columns));
    Pipeline<?> file = PipelineFile.parse("book.yaml", proposal.yaml());
    Pipeline<?> record = CompiledSource.pipeline(proposal.java());

    assertThat(record.schema().columns()).isEqualTo(file.schema().columns());
    assertThat(record.schema()).hasToString(file.schema().toString());
    assertThat(record.name()).isEqualTo(file.name());
    assertThat(record.plan()).isEqualTo(file.plan());
    assertThat(record.sheet()).hasToString(file.sheet().toString());
  }

  private static WorkbookSource source(List<Drawn> columns) {
    return WorkbookSource.of("book.xlsx", workbook(columns).bytes());
  }

  /** The first column has a value in each row, so that no row is blank. */
  private static WorkbookBuilder workbook(List<Drawn> columns) {
    WorkbookBuilder workbook = WorkbookBuilder.workbook().sheet("data");
    List<Object> headers = new ArrayList<>(List.of("id of the row"));
    columns.forEach(column -> headers.add(column.header()));
    workbook.row(headers.toArray());
    for (int i = 0; i < columns.get(0).cells().size(); i++) {
      List<Object> row = new ArrayList<>(List.of("row " + i));
      for (Drawn column : columns) {
        row.add(column.cells().get(i));
      }
      workbook.row(row.toArray());
    }
    return workbook;
  }

  /** Columns of one type each, with blanks, words for absence and errors that mean absence. */
  @Provide
  Arbitrary<List<Drawn>> clean() {
    List<Arbitrary<Object>> kinds = kinds();
    Arbitrary<Object> absent = Arbitraries.of(BLANK, "n/a", "-", CellError.NA, CellError.DIV_0);
    return tables(
        Arbitraries.of(kinds)
            .map(kind -> Arbitraries.frequencyOf(List.of(mostly(kind), rarely(absent)))));
  }

  /** The same, and columns of anything at all. */
  @Provide
  Arbitrary<List<Drawn>> anything() {
    List<Arbitrary<Object>> kinds = kinds();
    Arbitrary<Object> odd =
        Arbitraries.of(
            BLANK,
            "NULL",
            "oops",
            true,
            1e300,
            -0.0,
            59.5,
            60,
            "12",
            "1.5",
            "1/2/2020",
            CellError.NA,
            CellError.REF,
            new CellXml("t=\"e\"", "<v>#NAME?</v>"),
            CellXml.uncalculated("A1"),
            CellXml.styled("60", 1),
            CellXml.styled("-1", 1),
            CellXml.styled("0.25", 1),
            CellXml.styled("3000000", 1),
            CellXml.styled("43862.5", 2),
            "007",
            "PT1H",
            "19:00");
    Arbitrary<Object> mixed = Arbitraries.oneOf(kinds);
    return tables(
        Arbitraries.oneOf(
            Arbitraries.of(kinds)
                .map(kind -> Arbitraries.frequencyOf(List.of(mostly(kind), rarely(odd)))),
            Arbitraries.just(Arbitraries.frequencyOf(List.of(mostly(mixed), rarely(odd)))),
            Arbitraries.just(odd)));
  }

  private static Tuple.Tuple2<Integer, Arbitrary<Object>> mostly(Arbitrary<Object> cells) {
    return Tuple.of(14, cells);
  }

  private static Tuple.Tuple2<Integer, Arbitrary<Object>> rarely(Arbitrary<Object> cells) {
    return Tuple.of(1, cells);
  }

  private static Arbitrary<List<Drawn>> tables(Arbitrary<Arbitrary<Object>> columns) {
    Arbitrary<List<String>> headers =
        Arbitraries.strings()
            .withChars("aBz9 _-\"'\\u#:{}[],&<>%\u00e4\u65e5\u00a0\u0130\n")
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(header -> !NormalName.of(header).isBlank())
            .list()
            .ofSize(4)
            .uniqueElements(NormalName::of);
    return Combinators.combine(
            headers, columns.list().ofSize(4), Arbitraries.integers().between(1, 25))
        .flatAs(
            (names, kinds, rows) -> {
              Arbitrary<List<Drawn>> table = Arbitraries.just(new ArrayList<>());
              for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                table =
                    Combinators.combine(table, kinds.get(i).list().ofSize(rows))
                        .as(
                            (before, cells) -> {
                              List<Drawn> all = new ArrayList<>(before);
                              all.add(new Drawn(name, cells));
                              return all;
                            });
              }
              return table;
            });
  }

  private static List<Arbitrary<Object>> kinds() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers()
            .between(0, 60_000)
            .map(day -> LocalDate.of(1930, 1, 1).plusDays(day));
    Arbitrary<LocalDateTime> times =
        Combinators.combine(days, Arbitraries.integers().between(0, 1439))
            .as((day, minute) -> day.atStartOfDay().plusMinutes(minute));
    return List.of(
        Arbitraries.integers().between(-1000, 1000).map(n -> (Object) n),
        Arbitraries.longs().between(-(1L << 53), 1L << 53).map(n -> (Object) n),
        Arbitraries.integers().map(n -> (Object) (n / 100d)),
        Arbitraries.doubles().between(-1e18, 1e18).ofScale(6).map(n -> (Object) n),
        days.map(day -> (Object) day),
        times.map(at -> (Object) at),
        Arbitraries.integers()
            .between(0, 86_399)
            .map(second -> CellXml.styled(Double.toString(second / 86_400d), 2)),
        Arbitraries.of(true, false),
        Arbitraries.of("Ja", "nein", "ja"),
        Arbitraries.of("red", "green", "blue and \\u something", "#1: \"quoted\""),
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40).map(text -> (Object) text),
        days.map(LocalDate::toString),
        days.map(day -> (Object) DAY_FIRST.format(day)),
        times.map(at -> (Object) at.toString()),
        Arbitraries.integers().between(0, 99_999).map(n -> (Object) Integer.toString(n)),
        Arbitraries.of("1,234.5", "0.25", "12"),
        Arbitraries.of("12.5%", "3%"));
  }
}
