package dev.ingest.transcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.pipeline.RejectBudget;
import dev.ingest.pipeline.Upload;
import dev.ingest.random.RandomCells;
import dev.ingest.random.Told;
import dev.ingest.row.Lenient;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
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

/** Rows that never become objects give the bytes and the report that rows of objects give. */
class TranscodingProperties {

  record Row(
      String place,
      @Nullable String note,
      @Lenient @Nullable Double share,
      double size,
      @Nullable Integer count,
      @Nullable Long total,
      @Nullable Boolean known,
      @Nullable LocalDateTime at,
      LocalDate day) {}

  private static final String[] HEADER = {
    "place", "note", "share", "size", "count", "total", "known", "at", "day"
  };

  private static final TableName TABLE = TableName.parse("rows");

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void bothGiveTheSameBytesAndTheSameReport(
      @ForAll("sheets") List<Object[]> sheet,
      @ForAll("filters") List<RowFilter<Row>> filters,
      @ForAll boolean replace,
      @ForAll boolean inline,
      @ForAll boolean date1904) {
    LoadPlan plan =
        replace
            ? LoadPlan.into(TABLE).replacePartition("day", "place")
            : LoadPlan.into(TABLE).append();
    byte[] workbook = workbook(sheet, inline, date1904);
    RowSchema<Row> schema = RowSchema.of(Row.class);

    String asObjects = told(pipeline(schema, plan, filters), workbook);
    String asBytes = told(pipeline(schema.plain(), plan, filters), workbook);

    assertThat(asBytes).isEqualTo(asObjects);
  }

  /** Past two MiB rows are transcoded in batches, ahead of the reader and by two threads. */
  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
  void bothGiveTheSameOfSheetsOfManyBatches(
      @ForAll("fullSheets") List<Object[]> sheet,
      @ForAll("filters") List<RowFilter<Row>> filters,
      @ForAll Random random) {
    LoadPlan plan = LoadPlan.into(TABLE).replacePartition("day", "place");
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row((Object[]) HEADER);
    for (int i = 0; i < 9000; i++) {
      Object[] row = sheet.get(random.nextInt(sheet.size()));
      if (random.nextInt(100) == 0) {
        builder.hiddenRow(row);
      } else {
        builder.row(row);
      }
    }
    byte[] workbook = builder.bytes();
    RowSchema<Row> schema = RowSchema.of(Row.class);

    String asObjects = told(pipeline(schema, plan, filters), workbook);
    String asBytes = told(pipeline(schema.plain(), plan, filters), workbook);

    assertThat(asBytes.equals(asObjects)).as("same bytes and report").isTrue();
  }

  private static Pipeline<Row> pipeline(
      RowSchema<Row> schema, LoadPlan plan, List<RowFilter<Row>> filters) {
    Pipeline.Builder<Row> builder = Pipeline.of("rows", schema, plan);
    filters.forEach(builder::filter);
    return builder.build();
  }

  /** Returns the output and the report of a run, but for its times. */
  private static String told(Pipeline<Row> pipeline, byte[] workbook) {
    OneObject store = new OneObject();
    List<ReplaceScope> scopes = new ArrayList<>();
    IngestReport report =
        Ingestion.loading(pipeline, store, "bucket", request -> loaded(request, scopes))
            .withRejectBudget(RejectBudget.unlimited())
            .withRunIds(() -> "run")
            .run(new Upload("uk/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
    String csv = store.content() == null ? "none" : new String(store.content(), UTF_8);
    return csv + scopes + Told.withoutTimes(report);
  }

  private static LoadResult loaded(LoadRequest request, List<ReplaceScope> scopes) {
    scopes.add(request.scope());
    return new LoadResult(request.rows(), 0, request.rows());
  }

  @Provide
  Arbitrary<List<RowFilter<Row>>> filters() {
    return Arbitraries.of(
            List.of("day", "place", "note", "share").stream()
                .map(RowFilter::<Row>sameAsFirst)
                .toList())
        .list()
        .uniqueElements()
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<List<Object[]>> sheets() {
    return rows().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Object[]>> fullSheets() {
    return rows().list().ofMinSize(20).ofMaxSize(60);
  }

  /** Columns hold what suits them, most often; else anything. */
  private static Arbitrary<Object[]> rows() {
    Arbitrary<@Nullable Object> any = RandomCells.any();
    Arbitrary<@Nullable Object> number = RandomCells.mostly(RandomCells.numbers(), any);
    Arbitrary<@Nullable Object> text = RandomCells.mostly(RandomCells.texts(), any);
    Arbitrary<@Nullable Object> place =
        Arbitraries.oneOf(Arbitraries.of("UK", "a,b", "\"", "\\").map(few -> few), text);
    Arbitrary<@Nullable Object> day =
        RandomCells.mostly(
            Arbitraries.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 1, 31)), any);
    return Combinators.combine(
            place,
            text.injectNull(0.3),
            RandomCells.mostly(number, Arbitraries.of(CellError.NA, CellError.REF)),
            number,
            RandomCells.integers().injectNull(0.2),
            RandomCells.integers().injectNull(0.2),
            RandomCells.mostly(RandomCells.logicals(), any).injectNull(0.2),
            RandomCells.datesWithTime().injectNull(0.2))
        .flatAs(
            (p, n, s, z, c, t, k, a) ->
                day.map(d -> new @Nullable Object[] {p, n, s, z, c, t, k, a, d}));
  }

  private static byte[] workbook(List<Object[]> sheet, boolean inline, boolean date1904) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data").row((Object[]) HEADER);
    if (inline) {
      builder.inlineStrings();
    }
    if (date1904) {
      builder.date1904();
    }
    sheet.forEach(builder::row);
    return builder.bytes();
  }
}
