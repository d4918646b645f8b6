package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.problem.NullReason;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.SheetSelector;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are decoded ahead of their reader, on another thread, are the rows that are decoded as
 * they are read.
 */
class DecodedRowsProperties {

  record Row(
      String place,
      @Nullable String note,
      @Lenient @Nullable Double share,
      double size,
      @Nullable Integer count,
      @Nullable Long total,
      @Lenient @Nullable Boolean known,
      LocalDate day) {

    /** Refuses, as records may. */
    Row {
      if (place.equals("nowhere")) {
        throw new IllegalArgumentException("no such place");
      }
    }
  }

  private static final Object[] HEADER = {
    "place", "note", "share", "size", "count", "total", "known", "day"
  };

  /** All that a reader tells of a sheet. */
  private record Told(
      List<RowOutcome<Row>> outcomes,
      Map<String, Map<NullReason, Long>> nulls,
      long hidden,
      long bareSerials) {}

  /** Past two MiB there is a second thread, and rows are decoded in batches. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void bothTellTheSame(
      @ForAll("kindsOfRows") List<Object[]> kinds,
      @ForAll("filters") List<RowFilter<Row>> filters,
      @ForAll Random random)
      throws Exception {
    byte[] workbook = workbook(kinds, random);

    try (Workbook open =
        Workbook.open(WorkbookSource.of("a.xlsx", workbook), ReadOptions.defaults())) {
      Told asRead = told(open, filters, false);
      Told ahead = told(open, filters, true);

      assertThat(asRead.outcomes).hasSize(9000);
      assertThat(ahead.equals(asRead)).as("the same outcomes, nulls and counts").isTrue();
    }
  }

  private static Told told(Workbook workbook, List<RowFilter<Row>> filters, boolean ahead) {
    try (RowReader<Row> rows =
        RowReader.open(
            workbook.sheet(SheetSelector.named("data")), RowSchema.of(Row.class), filters)) {
      List<RowOutcome<Row>> outcomes = new ArrayList<>();
      if (ahead) {
        rows.forEach(outcomes::add);
      } else {
        for (RowOutcome<Row> row = rows.next(); row != null; row = rows.next()) {
          outcomes.add(row);
        }
      }
      return new Told(
          outcomes, rows.nulls().byColumn(), rows.hiddenRows(), rows.serialsWithoutFormat());
    }
  }

  /** The first row is sound, since the others are compared with it. */
  private static byte[] workbook(List<Object[]> kinds, Random random) {
    WorkbookBuilder builder =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row(HEADER)
            .row("UK", "note", 0.5, 1, 1, 1, true, LocalDate.of(2020, 2, 1));
    for (int i = 1; i < 9000; i++) {
      Object[] row = kinds.get(random.nextInt(kinds.size()));
      if (random.nextInt(100) == 0) {
        builder.hiddenRow(row);
      } else {
        builder.row(row);
      }
    }
    return builder.bytes();
  }

  @Provide
  Arbitrary<List<RowFilter<Row>>> filters() {
    return Arbitraries.of(
        List.of(),
        List.of(RowFilter.sameAsFirst("day")),
        List.of(RowFilter.sameAsFirst("place"), RowFilter.sameAsFirst("note")),
        List.of(RowFilter.keep("large", (Row row) -> row.size() > 2)));
  }

  @Provide
  Arbitrary<List<Object[]>> kindsOfRows() {
    Arbitrary<@Nullable Object> any =
        Arbitraries.oneOf(texts(), numbers(), others()).injectNull(0.3);
    return Combinators.combine(
            mostly(texts(), any),
            mostly(texts().injectNull(0.3), any),
            mostly(numbers().injectNull(0.2), Arbitraries.of(CellError.NA, "oops")),
            mostly(numbers(), any),
            mostly(integers().injectNull(0.2), any),
            mostly(integers().injectNull(0.2), any),
            mostly(Arbitraries.of(true, false).map(flag -> (Object) flag).injectNull(0.2), any),
            mostly(days(), any))
        .as((p, n, s, z, c, t, k, d) -> new @Nullable Object[] {p, n, s, z, c, t, k, d})
        .list()
        .ofMinSize(30)
        .ofMaxSize(60)
        .map(DecodedRowsProperties::withABlankOne);
  }

  private static List<Object[]> withABlankOne(List<Object[]> rows) {
    rows.add(new Object[0]);
    return rows;
  }

  private static Arbitrary<@Nullable Object> mostly(
      Arbitrary<? extends @Nullable Object> usual, Arbitrary<? extends @Nullable Object> odd) {
    return Arbitraries.integers()
        .between(0, 19)
        .flatMap(n -> (n == 0 ? odd : usual).map(value -> (@Nullable Object) value));
  }

  private static Arbitrary<Object> texts() {
    return Arbitraries.of(
        "UK",
        "FR",
        "nowhere",
        "a,b",
        " edge ",
        "\u00a0x",
        "",
        "  ",
        "_x0041_",
        "日本",
        "say \"x\"",
        CellXml.inline("in line"),
        CellXml.inline(" "));
  }

  private static Arbitrary<Object> numbers() {
    return Arbitraries.of(
            "0",
            "-0",
            "1",
            "007",
            "1.50",
            ".5",
            "-12.25",
            "1E3",
            "1234567890123456",
            "0.63400000000000001",
            "123456789.123456789",
            "1e300",
            " 5 ")
        .map(number -> CellXml.of("<v>" + number + "</v>"));
  }

  private static Arbitrary<Object> integers() {
    return Arbitraries.of(
            "0",
            "-1",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9007199254740992",
            "9007199254740993",
            "123456789012345678",
            "5.0",
            "1.5",
            "-0")
        .map(number -> CellXml.of("<v>" + number + "</v>"));
  }

  private static Arbitrary<Object> days() {
    return Arbitraries.of(
        LocalDate.of(2020, 2, 1),
        LocalDate.of(2020, 1, 31),
        CellXml.styled("43862.0", 1),
        CellXml.styled("60", 1),
        CellXml.styled("43862.5", 1),
        CellXml.of("<v>43862</v>"),
        new CellXml("t=\"d\"", "<v>2020-02-01</v>"),
        "2020-02-01");
  }

  private static Arbitrary<Object> others() {
    return Arbitraries.of(
        CellError.REF, CellXml.uncalculated("1+1"), CellXml.styled("-1", 1), true);
  }
}
