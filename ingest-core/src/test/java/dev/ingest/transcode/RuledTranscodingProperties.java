package dev.ingest.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.random.Told;
import dev.ingest.row.BooleansAsText;
import dev.ingest.row.Column;
import dev.ingest.row.DatesAsText;
import dev.ingest.row.Decimal;
import dev.ingest.row.FillMerged;
import dev.ingest.row.HeaderRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.Lenient;
import dev.ingest.row.MaxLength;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.NullTokens;
import dev.ingest.row.NumbersAsText;
import dev.ingest.row.NumericDates;
import dev.ingest.row.OnCellError;
import dev.ingest.row.Policies;
import dev.ingest.row.RowSchema;
import dev.ingest.row.Sensitive;
import dev.ingest.row.TruncateTime;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.row.Zone;
import dev.ingest.testkit.workbook.CellError;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ExcelError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * A rule or a policy holds whichever way rows are copied. Each schema has one rule only, so that
 * none hides behind another that keeps its rows from being transcoded.
 */
class RuledTranscodingProperties {

  record Tokens(String place, @NullTokens({"-", "x"}) @Nullable Double value) {}

  record TextTokens(String place, @NullTokens({"-", "x"}) @Nullable String value) {}

  record ErrorNull(
      String place,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL) @Nullable Double value) {}

  record ErrorRejects(
      String place,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.REJECT) @Lenient
          @Nullable Double value) {}

  record ErrorFatal(
      String place,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.FAIL_FILE) @Lenient
          @Nullable Double value) {}

  record Written(String place, @NumbersAsText(locale = "de") @Nullable Double value) {}

  record WrittenInt(String place, @NumbersAsText(locale = "de") @Nullable Integer value) {}

  record Dated(String place, @DatesAsText("dd.MM.yyyy") @Nullable LocalDate value) {}

  record Ordered(String place, @NumericDates(DayOrder.MONTH_FIRST) @Nullable LocalDate value) {}

  record Witnessed(String place, @NumericDates(DayOrder.BY_WITNESS) @Nullable LocalDate value) {}

  record Truncated(String place, @TruncateTime @Nullable LocalDate value) {}

  record Midnight(String place, @TruncateTime @Nullable LocalDateTime value) {}

  record Known(String place, @BooleansAsText(yes = "x", no = "-") @Nullable Boolean value) {}

  record Brief(String place, @MaxLength(value = 2) @Nullable String value) {}

  record BriefBytes(
      String place, @MaxLength(value = 2, unit = LengthUnit.UTF8_BYTES) @Nullable String value) {}

  record Sized(String place, @Decimal(precision = 8, scale = 1) @Nullable BigDecimal value) {}

  record Moment(String place, @Zone("UTC") @Nullable Instant value) {}

  record Timed(String place, @Nullable LocalTime value) {}

  record Lasting(String place, @Nullable Duration value) {}

  record Placed(String place, @Column(at = "B") @Nullable Double value) {}

  record Secret(String place, @Sensitive @Nullable Double value) {}

  record Filled(String place, @FillMerged @Nullable Double value) {}

  record Plain(String place, @Nullable Double value) {}

  record Lacking(String place, @Nullable Double value, @Nullable String absent) {}

  private static final List<Class<? extends Record>> RULES =
      List.of(
          Tokens.class,
          TextTokens.class,
          ErrorNull.class,
          ErrorRejects.class,
          ErrorFatal.class,
          Written.class,
          WrittenInt.class,
          Dated.class,
          Ordered.class,
          Witnessed.class,
          Truncated.class,
          Midnight.class,
          Known.class,
          Brief.class,
          BriefBytes.class,
          Sized.class,
          Moment.class,
          Timed.class,
          Lasting.class,
          Placed.class,
          Secret.class,
          Filled.class);

  /** A row, and whether it is hidden. */
  record SheetLine(@Nullable Object place, @Nullable Object value, boolean hidden) {}

  @Property(tries = 500)
  void rulesHoldEitherWay(
      @ForAll("rules") Class<? extends Record> rules, @ForAll("lines") List<SheetLine> lines) {
    bothTellTheSame(RowSchema.of(rules), workbook(lines, true));
  }

  @Property(tries = 300)
  void policiesHoldEitherWay(
      @ForAll("policies") Policies policies,
      @ForAll boolean lacking,
      @ForAll("lines") List<SheetLine> lines) {
    RowSchema<? extends Record> schema =
        lacking ? RowSchema.of(Lacking.class) : RowSchema.of(Plain.class);

    bothTellTheSame(schema.withPolicies(policies), workbook(lines, true));
  }

  record ByPosition(@Column(at = "A") String place, @Column(at = "B") @Nullable Double value) {}

  @Property(tries = 100)
  void aTableWithoutHeaderIsReadEitherWay(@ForAll("lines") List<SheetLine> lines) {
    bothTellTheSame(
        RowSchema.of(ByPosition.class).withPolicies(Policies.strict().with(HeaderRow.none())),
        workbook(lines, false));
  }

  private static <R extends Record> void bothTellTheSame(RowSchema<R> schema, byte[] workbook) {
    assertThat(told(schema.plain(), workbook)).isEqualTo(told(schema, workbook));
  }

  private static <R> String told(RowSchema<R> schema, byte[] workbook) {
    LoadPlan append = LoadPlan.into(TableName.parse("rows")).append();
    return Told.of(Pipeline.of("rows", schema, append).build(), workbook).text();
  }

  private static byte[] workbook(List<SheetLine> lines, boolean header) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data");
    if (header) {
      builder.row("place", "value");
    }
    for (SheetLine line : lines) {
      if (line.hidden()) {
        builder.hiddenRow(line.place(), line.value());
      } else {
        builder.row(line.place(), line.value());
      }
    }
    return builder.bytes();
  }

  @Provide
  Arbitrary<Class<? extends Record>> rules() {
    return Arbitraries.of(RULES);
  }

  @Provide
  Arbitrary<Policies> policies() {
    return Combinators.combine(
            Arbitraries.of(MissingColumn.values()),
            Arbitraries.of(UnexpectedColumn.values()),
            Arbitraries.of(HiddenRows.values()),
            Arbitraries.of(HeaderRow.search(), HeaderRow.at(1), HeaderRow.at(2)))
        .as(
            (missing, unexpected, hidden, row) ->
                Policies.strict().with(missing).with(unexpected).with(hidden).with(row));
  }

  @Provide
  Arbitrary<List<SheetLine>> lines() {
    Arbitrary<@Nullable Object> places = Arbitraries.of("UK", "FR", 5, "place").map(place -> place);
    return Combinators.combine(
            places.injectNull(0.05), values().injectNull(0.1), Arbitraries.of(true, false, false))
        .as(SheetLine::new)
        .list()
        .ofMaxSize(8);
  }

  private static Arbitrary<@Nullable Object> values() {
    return Arbitraries.of(
        1,
        2.5,
        43862,
        "-",
        "x",
        "oops",
        "value",
        "é€",
        "1.234,5",
        "7",
        "01.02.2020",
        "3/4/2020",
        "13/4/2020",
        "4/13/2020",
        "2020-02-01",
        "19:00",
        "PT1H",
        true,
        LocalDate.of(2020, 2, 1),
        LocalDateTime.of(2020, 2, 1, 19, 0),
        CellXml.styled("0.5", 1),
        CellXml.uncalculated("1+1"),
        CellError.NA,
        CellError.REF);
  }
}
