package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows without a record: values by the names of the columns. */
class DynamicRowTest {

  private static final RowSchema<DynamicRow> SCHEMA =
      RowSchema.builder()
          .column("place", String.class)
          .column("value", Double.class, c -> c.nullable().nullTokens("n/a"))
          .column("day", LocalDate.class)
          .build();

  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @Test
  void aRowSaysItsValues() {
    DynamicRow row = rows().get(0);

    assertThat(row).hasToString("DynamicRow[place=UK, value=0.65, day=2020-02-01]");
    assertThat(row.names()).containsExactly("place", "value", "day");
    assertThat(row.values()).containsExactly("UK", 0.65, DAY);
    assertThat(row.get("value")).isEqualTo(0.65);
    assertThat(row.get("day", LocalDate.class)).isEqualTo(DAY);
  }

  @Test
  void anAbsentValueIsNull() {
    DynamicRow row = rows().get(1);

    assertThat(row).hasToString("DynamicRow[place=FR, value=null, day=2020-02-01]");
    assertThat(row.get("value")).isNull();
    assertThat(row.get("value", Double.class)).isNull();
  }

  @Test
  void rowsAreValuesThatOutliveTheReader() {
    assertThat(rows()).isEqualTo(rows()).doesNotHaveDuplicates();
    assertThat(rows().get(0)).hasSameHashCodeAs(rows().get(0));
    assertThatThrownBy(() -> rows().get(0).values().set(0, "other"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsNotThereIsNamed() {
    DynamicRow row = rows().get(0);

    assertThatThrownBy(() -> row.get("metric"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row: expected one of the columns [place, value, day], found \"metric\"");
    assertThatThrownBy(() -> row.get("value", String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row: expected value to be java.lang.String, found java.lang.Double");
  }

  @Test
  void aSchemaTakesItsRowsApart() {
    DynamicRow row = rows().get(0);

    assertThat(SCHEMA.values(row)).containsExactly("UK", 0.65, DAY);
    assertThat(SCHEMA.value(row, 2)).isEqualTo(DAY);
    assertThat(SCHEMA.isPlain()).isTrue();
    assertThat(SCHEMA.column("value").nullable()).isTrue();
  }

  private static List<DynamicRow> rows() {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("place", "value", "day")
            .row("UK", 0.65, DAY)
            .row("FR", "n/a", DAY)
            .bytes();
    List<DynamicRow> rows = new ArrayList<>();
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults());
        RowReader<DynamicRow> reader = RowReader.open(workbook.sheets().get(0), SCHEMA)) {
      for (RowOutcome<DynamicRow> row : reader) {
        rows.add(((Accepted<DynamicRow>) row).value());
      }
    }
    return rows;
  }
}
