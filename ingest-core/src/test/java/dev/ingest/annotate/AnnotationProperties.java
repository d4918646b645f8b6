package dev.ingest.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the sheet looks like, and wherever the marks are. */
class AnnotationProperties {

  private static final int COLUMNS = 5;

  /**
   * A sheet.
   *
   * @param rows cells by row, null where none is stored; an empty row is not stored
   */
  record Grid(List<List<@Nullable Object>> rows, Set<String> marks, Set<String> later) {}

  @Provide
  Arbitrary<Grid> grids() {
    Arbitrary<@Nullable Object> cell =
        Arbitraries.<@Nullable Object>of(
            null, "text", "<&>\"", 17, 2.5, true, CellXml.styled("43862", 1), CellXml.of(""));
    Arbitrary<List<List<@Nullable Object>>> rows =
        cell.list().ofMaxSize(COLUMNS).list().ofMaxSize(8);
    Arbitrary<Set<String>> marks =
        Combinators.combine(
                Arbitraries.integers().between(1, 6), Arbitraries.integers().between(1, 10))
            .as((column, row) -> new CellAddress("data", row, column).a1())
            .set()
            .ofMaxSize(8);
    return Combinators.combine(rows, marks, marks).as(Grid::new);
  }

  @Property(tries = 60)
  void exactlyTheMarkedCellsAreMarked(@ForAll("grids") Grid grid) throws IOException {
    byte[] upload = workbook(grid);

    byte[] copy = annotate(upload, grid.marks);

    assertThat(Annotated.notes(copy, "data").keySet()).isEqualTo(new TreeSet<>(grid.marks));
    assertThat(Annotated.fills(copy, "data").keySet()).isEqualTo(new TreeSet<>(grid.marks));
    assertThat(cells(copy)).isEqualTo(cells(upload));
  }

  @Property(tries = 60)
  void aSecondRoundLeavesNothingOfTheFirst(@ForAll("grids") Grid grid) throws IOException {
    byte[] upload = workbook(grid);
    byte[] once = annotate(upload, grid.marks);

    byte[] twice = annotate(once, grid.later);

    assertThat(Annotated.notes(twice, "data").keySet()).isEqualTo(new TreeSet<>(grid.later));
    assertThat(Annotated.fills(twice, "data").keySet()).isEqualTo(new TreeSet<>(grid.later));
    assertThat(cells(twice)).isEqualTo(cells(upload));
  }

  private static byte[] annotate(byte[] workbook, Set<String> cells) throws IOException {
    return Annotated.annotate(workbook, cells.toArray(new String[0]));
  }

  private static byte[] workbook(Grid grid) {
    WorkbookBuilder builder = WorkbookBuilder.workbook().sheet("data");
    for (int i = 0; i < grid.rows.size(); i++) {
      if (!grid.rows.get(i).isEmpty()) {
        builder.rowAt(i + 1, grid.rows.get(i).toArray());
      }
    }
    return builder.bytes();
  }

  /** Returns the cells that hold something, as our reader sees them. */
  private static List<String> cells(byte[] workbook) {
    List<String> cells = new ArrayList<>();
    try (Workbook book = Workbook.open(WorkbookSource.of("a", workbook), ReadOptions.defaults())) {
      Sheet sheet = book.sheets().get(0);
      try (SheetRows rows = sheet.rows()) {
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
          for (int i = 0; i < row.size(); i++) {
            String at = CellAddress.columnName(row.at(i).column()) + row.number();
            cells.add(at + " " + row.at(i).snapshot());
          }
        }
      }
    }
    cells.removeIf(cell -> cell.endsWith("Blank[]"));
    return cells;
  }
}
