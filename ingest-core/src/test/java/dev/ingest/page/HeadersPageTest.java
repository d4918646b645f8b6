package dev.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.definition.PipelineFile;
import dev.ingest.page.PageTable.Row;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How headers match columns, and what is said where they do not. */
class HeadersPageTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void headers(Row row) {
    assertThat(matches(row)).isEqualTo(row.codes(2));
  }

  static List<Row> headers() {
    return PageTable.rows("headers");
  }

  private static List<String> matches(Row row) {
    WorkbookBuilder sheet = WorkbookBuilder.workbook().sheet("data");
    row.codes(1).forEach(cells -> sheet.row(cells(cells)));
    try (Workbook open =
            Workbook.open(WorkbookSource.of("a.xlsx", sheet.bytes()), ReadOptions.defaults());
        RowReader<DynamicRow> reader = RowReader.open(open.sheets().get(0), schema(row.codes(0)))) {
      return described(reader.header());
    } catch (RefusedFileException refused) {
      return refused.problems().stream()
          .map(problem -> problem.code() + ": " + problem.describe())
          .toList();
    }
  }

  private static List<String> described(HeaderMatch header) {
    List<String> all = new ArrayList<>();
    for (HeaderMatch.Binding column : header.bindings()) {
      boolean missing = column.how() == HeaderMatch.How.MISSING;
      String cell = missing ? "" : " " + column.cell().a1();
      all.add(column.column() + ":" + cell + " " + column.how().label());
    }
    header.unexpected().forEach(other -> all.add(other.cell().a1() + " is not asked for"));
    return all;
  }

  private static Object[] cells(String written) {
    return Arrays.stream(written.split(", ?", -1))
        .map(cell -> cell.replace('⍽', '\u00a0'))
        .toArray();
  }

  /** Columns of text, and policies, which are named. */
  private static RowSchema<DynamicRow> schema(List<String> declared) {
    String columns =
        declared.stream()
            .filter(entry -> !entry.startsWith("header: {"))
            .map(entry -> "{ type: text, name: " + entry + " }")
            .collect(Collectors.joining(", "));
    String policies =
        declared.stream()
            .filter(entry -> entry.startsWith("header: {"))
            .collect(Collectors.joining("\n"));
    return PipelineFile.parse(
            "page.yaml",
            """
            name: page
            columns: [%s]
            load: { table: page, append: true }
            %s
            """
                .formatted(columns, policies))
        .schema();
  }
}
