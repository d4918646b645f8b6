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
import dev.ingest.report.ReportJson;
import dev.ingest.row.Lenient;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
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

  @Property(tries = 400)
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
    return csv + scopes + ReportJson.of(report).replaceAll("(?s)\"millis\" ?: ?\\{.*?}", "");
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
    Arbitrary<@Nullable Object> any =
        Arbitraries.oneOf(texts(), numbers(), others()).injectNull(0.2);
    Arbitrary<@Nullable Object> number = mostly(numbers(), any);
    Arbitrary<@Nullable Object> text = mostly(texts(), any);
    Arbitrary<@Nullable Object> place =
        Arbitraries.oneOf(Arbitraries.of("UK", "a,b", "\"", "\\").map(few -> few), text);
    Arbitrary<@Nullable Object> day =
        mostly(Arbitraries.of(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 1, 31)), any);
    Arbitrary<@Nullable Object> logical = mostly(Arbitraries.of(true, false), any);
    return Combinators.combine(
            place,
            text.injectNull(0.3),
            mostly(number, Arbitraries.of(CellError.NA, CellError.REF)),
            number,
            integers().injectNull(0.2),
            integers().injectNull(0.2),
            logical.injectNull(0.2),
            others().filter(o -> o instanceof LocalDateTime).injectNull(0.2))
        .flatAs(
            (p, n, s, z, c, t, k, a) ->
                day.map(d -> new @Nullable Object[] {p, n, s, z, c, t, k, a, d}));
  }

  private static Arbitrary<@Nullable Object> mostly(
      Arbitrary<? extends @Nullable Object> usual, Arbitrary<? extends @Nullable Object> odd) {
    return Arbitraries.integers()
        .between(0, 19)
        .flatMap(n -> (n == 0 ? odd : usual).map(value -> (@Nullable Object) value));
  }

  private static Arbitrary<Object> texts() {
    Arbitrary<Object> chosen =
        Arbitraries.of(
            "UK",
            "FR",
            "Île",
            "日本",
            "a b",
            " edge ",
            "\u00a0nbsp",
            "\u2003wide",
            "–dash–",
            "a,b",
            "say \"x\"",
            "two\nlines",
            "\\.",
            "_x0041_",
            "_x000D_a",
            "_xD83D_",
            "a_b",
            "&<>",
            "🙂",
            "",
            "  ",
            CellXml.inline("in line"));
    return Arbitraries.oneOf(chosen, chosen, quotedTexts().map(text -> (Object) text));
  }

  /** What a delimited file must quote, and escapes and references that become such. */
  private static Arbitrary<String> quotedTexts() {
    return Arbitraries.of("\"", ",", "\\", "\n", "\r", "_x000D_", "&", "a", "é", "_", " ")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> "x" + String.join("", parts) + "y")
        .flatMap(text -> Arbitraries.of(text, text.substring(1), text.replace('y', '"')));
  }

  private static Arbitrary<Object> numbers() {
    Arbitrary<Object> written =
        Arbitraries.of(
                "0",
                "-0",
                "1",
                "007",
                "1.50",
                ".5",
                "5.",
                "-12.25",
                "1E3",
                "1.5e-7",
                "123456789012345",
                "1234567890123456",
                "0.63400000000000001",
                "274.66000000000003",
                "1e300",
                "99.99999999999999")
            .map(number -> CellXml.of("<v>" + number + "</v>"));
    return Arbitraries.oneOf(
        written, Arbitraries.doubles().between(-1e6, 1e6).ofScale(6).map(d -> (Object) d));
  }

  private static Arbitrary<Object> integers() {
    return Arbitraries.of(0, 1, -1, 2_147_483_647, -2_147_483_648, 2_147_483_648L, 1.5, 1e16)
        .map(n -> CellXml.of("<v>" + n + "</v>"));
  }

  private static Arbitrary<Object> others() {
    return Arbitraries.of(
        CellError.NA,
        CellXml.uncalculated("1+1"),
        CellXml.styled("60", 1),
        CellXml.styled("-1", 1),
        CellXml.styled("43862.5", 1),
        new CellXml("t=\"d\"", "<v>2020-02-01</v>"),
        43862,
        true,
        LocalDateTime.of(2020, 2, 1, 19, 0),
        LocalDateTime.of(2020, 2, 1, 0, 0),
        LocalDateTime.of(2020, 2, 1, 23, 59, 59, 999_000_000));
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
