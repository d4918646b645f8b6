package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.problem.NullReason;
import dev.ingest.row.NullTally;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.store.OneObject;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each null of the output has one reason, which each run checks. */
class NullLawTest {

  record Plain(String city, @Nullable String note) {}

  /** Takes a dash for nothing, and nothing for zero. */
  record Own(@Nullable String note, @Nullable Integer count) {
    Own {
      note = "-".equals(note) ? null : note;
      count = count == null ? Integer.valueOf(0) : count;
    }
  }

  @Test
  void aNullWithoutAReasonIsADefectThatStopsTheRun() {
    NullTally told = tally();
    told.count(1, NullReason.blank());

    assertThatThrownBy(() -> NullLaw.check(List.of("city", "note"), new long[] {0, 2}, told, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "accounting: expected each null of \"note\" to have one reason, found 2 written and 1 with a reason; please report this");
    assertThatThrownBy(() -> NullLaw.check(List.of("city", "note"), new long[] {0, 0}, told, false))
        .hasMessageContaining("found 0 written and 1 with a reason");
    NullLaw.check(List.of("city", "note"), new long[] {0, 1}, told, false);
  }

  @Test
  void bothWaysOfARowCountTheNullsThatTheyWrite() {
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("city", "note")
            .row("Ulm", null)
            .row("Bonn", "x")
            .row("Köln", " ")
            .row("Kiel", null)
            .bytes();
    RowSchema<Plain> schema = RowSchema.of(Plain.class);

    IngestReport objects = convert(schema, workbook, new OneObject());
    IngestReport bytes = convert(schema.plain(), workbook, new OneObject());

    assertThat(objects.nulls()).isEqualTo(bytes.nulls());
    assertThat(bytes.nulls().get("note")).containsEntry(NullReason.blank(), 3L);
  }

  @Test
  void whatARecordMakesNullIsAReason() {
    OneObject store = new OneObject();
    byte[] workbook =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("note", "count")
            .row("-", null)
            .row(null, 7)
            .row("-", 8)
            .bytes();

    IngestReport report = convert(RowSchema.of(Own.class), workbook, store);

    assertThat(new String(store.content(), StandardCharsets.UTF_8))
        .isEqualTo("note,count\n,0\n,7\n,8\n");
    assertThat(report.nulls())
        .isEqualTo(
            Map.of(
                "note", Map.of(NullReason.blank(), 1L, NullReason.byRow(), 2L),
                "count", Map.of(NullReason.blank(), 1L)));
  }

  private static NullTally tally() {
    byte[] workbook = WorkbookBuilder.workbook().sheet("data").row("city", "note").bytes();
    try (Workbook open =
            Workbook.open(WorkbookSource.of("a.xlsx", workbook), ReadOptions.defaults());
        RowReader<Plain> rows = RowReader.open(open.sheets().get(0), RowSchema.of(Plain.class))) {
      return rows.nulls();
    }
  }

  private static <R> IngestReport convert(RowSchema<R> schema, byte[] workbook, OneObject store) {
    Pipeline<R> pipeline =
        Pipeline.of("a", schema, LoadPlan.into(TableName.parse("a")).append()).build();
    return Ingestion.converting(pipeline, store, "bucket")
        .run(new Upload("x/a.xlsx", WorkbookSource.of("a.xlsx", workbook)));
  }
}
