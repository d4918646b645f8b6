package dev.ingest.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.random.Reading;
import dev.ingest.random.Told;
import dev.ingest.row.Column;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that were put one under the other, each with its header: found whichever way rows go. */
class RepeatedHeaderTest {

  record Person(@Column(header = "Name, \"given\"") String name, @Nullable String city) {}

  private static final RowSchema<Person> PEOPLE = RowSchema.of(Person.class);

  /** Of long sheets rows are copied, or decoded, in batches on two threads. */
  @ParameterizedTest
  @ValueSource(ints = {3, 40_000})
  void allWaysTellTheSame(int rowsOfEach) {
    byte[] workbook = stacked(rowsOfEach);

    Told copied = Told.of(pipeline(PEOPLE.plain(), List.of(), List.of()), workbook);

    String ahead = Told.of(pipeline(PEOPLE, List.of(all()), List.of()), workbook).text();
    String asObjects = Told.of(pipeline(PEOPLE, List.of(), List.of(none())), workbook).text();
    assertThat(copied.text().equals(ahead)).as("as decoded ahead").isTrue();
    assertThat(copied.text().equals(asObjects)).as("as objects").isTrue();
    assertThat(Reading.ahead(workbook, PEOPLE, List.of(), List.of()))
        .isEqualTo(Reading.of(workbook, PEOPLE, List.of(), List.of()));
    int second = rowsOfEach + 2;
    assertThat(copied.report().problems())
        .extracting(Problem::describe)
        .containsExactly(told(second), told(2 * rowsOfEach + 3));
    assertThat(copied.report().problems())
        .extracting(Problem::code)
        .containsOnly(ProblemCode.HEADER_REPEATED);
    assertThat(copied.report().rows().accepted()).isEqualTo(3L * rowsOfEach);
  }

  private static String told(int row) {
    return "data!A%s (name): expected a row of data, found the header of row 1 once more; delete the row, or skip it by a rule"
        .formatted(row);
  }

  private static byte[] stacked(int rowsOfEach) {
    WorkbookBuilder workbook = WorkbookBuilder.workbook().sheet("data");
    for (int export = 0; export < 3; export++) {
      workbook.row(export == 1 ? " Name, \"given\"" : "Name, \"given\"", "city");
      for (int row = 0; row < rowsOfEach; row++) {
        workbook.row("Name, \"given\"", row % 2 == 0 ? "Paris " + row : null);
      }
    }
    return workbook.bytes();
  }

  private static RowFilter<Person> all() {
    return RowFilter.keep("all", person -> true);
  }

  private static RowRule none() {
    return RowRule.skip("nothing", "name", "(?!)");
  }

  private static Pipeline<Person> pipeline(
      RowSchema<Person> schema, List<RowFilter<Person>> filters, List<RowRule> rules) {
    LoadPlan append = LoadPlan.into(TableName.parse("people")).append();
    Pipeline.Builder<Person> pipeline = Pipeline.of("people", schema, append);
    filters.forEach(pipeline::filter);
    rules.forEach(pipeline::rule);
    return pipeline.build();
  }
}
