package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.random.RandomCells;
import dev.ingest.random.Reading;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.time.LocalDate;
import java.util.List;
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

  /** Past two MiB there is a second thread, and rows are decoded in batches. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void bothTellTheSame(
      @ForAll("kindsOfRows") List<Object[]> kinds,
      @ForAll("filters") List<RowFilter<Row>> filters,
      @ForAll Random random) {
    byte[] workbook = workbook(kinds, random);
    RowSchema<Row> schema = RowSchema.of(Row.class);

    Reading<Row> asRead = Reading.of(workbook, schema, filters, List.of());
    Reading<Row> ahead = Reading.ahead(workbook, schema, filters, List.of());

    assertThat(asRead.outcomes()).hasSize(9000);
    assertThat(ahead.equals(asRead)).as("the same outcomes, nulls and counts").isTrue();
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
    Arbitrary<@Nullable Object> any = RandomCells.any();
    Arbitrary<Object> places =
        Arbitraries.oneOf(RandomCells.texts(), Arbitraries.of("UK", "nowhere"));
    return Combinators.combine(
            RandomCells.mostly(places, any),
            RandomCells.mostly(RandomCells.texts().injectNull(0.3), any),
            RandomCells.mostly(RandomCells.numbers().injectNull(0.2), any),
            RandomCells.mostly(RandomCells.numbers(), any),
            RandomCells.mostly(RandomCells.integers().injectNull(0.2), any),
            RandomCells.mostly(RandomCells.integers().injectNull(0.2), any),
            RandomCells.mostly(RandomCells.logicals().injectNull(0.2), any),
            RandomCells.mostly(RandomCells.days(), any))
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
}
