package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.row.RowOutcome;
import dev.ingest.row.RowSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCountsTest {

  @Test
  void theLawIsASum() {
    RowCounts counts = new RowCounts(10, 1, Map.of("above", 2L), 1, Map.of("a", 1L, "b", 2L), 1, 2);

    assertThat(counts.balances()).isTrue();
    assertThat(counts.data()).isEqualTo(6);
    assertThat(counts.skippedRows()).isEqualTo(2);
    assertThat(counts.filteredRows()).isEqualTo(3);
    assertThat(new RowCounts(9, 1, Map.of("above", 2L), 1, Map.of(), 1, 2).balances()).isFalse();
    assertThat(RowCounts.none().balances()).isTrue();
  }

  @Test
  void aRowThatIsAcceptedAndNotWrittenIsADefectThatStopsTheRun() {
    RowSchema<MetricRow> schema = RowSchema.of(MetricRow.class);
    LoadPlan plan = LoadPlan.into(TableName.parse("metrics")).replacePartition("date", "location");
    Accounting<MetricRow> accounting = new Accounting<>(schema, plan, true);
    MetricRow row = new MetricRow("UK", "metric1", 0.65, LocalDate.of(2020, 2, 1));

    accounting.count(new RowOutcome.Accepted<>(2, row));

    assertThat(accounting.scope().keys()).containsExactly(List.of(row.date(), "UK"));
    assertThatThrownBy(accounting::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "accounting: expected each row to have one fate and each accepted row to be written, found RowCounts[physical=1, header=0, skipped={}, blank=0, filtered={}, rejected=0, accepted=1] and 0 written; please report this");
  }
}
