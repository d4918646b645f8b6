package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.CellRange;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever goes to the address of a problem finds the cell that it tells of. */
class ProblemPlaceProperties {

  /** Codes whose message ends with what the cell holds, as it stands in the sheet. */
  private static final Set<ProblemCode> TELL_THE_CELL =
      EnumSet.of(
          ProblemCode.CELL_ERROR,
          ProblemCode.UNCALCULATED,
          ProblemCode.NOT_A_NUMBER,
          ProblemCode.NOT_AN_INTEGER,
          ProblemCode.OUT_OF_RANGE,
          ProblemCode.DATE_NOT_NUMBER,
          ProblemCode.NOT_A_DATE,
          ProblemCode.NOT_A_TIME,
          ProblemCode.NOT_A_DURATION,
          ProblemCode.NOT_A_BOOLEAN);

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theAddressOfAProblemIsThatOfItsCell(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();
    RowSchema<DynamicRow> schema = table.schema();

    List<Problem> problems = table.reading(workbook).problems();

    try (Stored stored = new Stored(workbook)) {
      for (Problem problem : problems) {
        stored.assertTells(problem, schema);
      }
    }
  }

  /** A report hides values of sensitive columns, and nothing else. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aReportShowsTheSamePlaces(@ForAll("tables") RandomTable table) {
    byte[] workbook = table.sheet().workbook();
    RowSchema<DynamicRow> schema = table.schema();

    IngestReport report = Told.of(table.pipeline(), workbook).report();

    try (Stored stored = new Stored(workbook)) {
      for (Problem problem : report.problems()) {
        if (!schema.sensitive().contains(problem.column())) {
          stored.assertTells(problem, schema);
        } else if (!problem.raw().isEmpty()) {
          assertThat(problem.raw()).startsWith("*****");
        }
      }
    }
  }

  /** The cells of the sheet as it is stored, and its merged areas. */
  private static final class Stored implements AutoCloseable {

    private final Workbook workbook;
    private final Map<CellAddress, Cell> cells = new HashMap<>();
    private final List<CellRange> merged;

    Stored(byte[] bytes) {
      this.workbook = Workbook.open(WorkbookSource.of("a.xlsx", bytes), ReadOptions.defaults());
      Sheet sheet = workbook.sheets().get(0);
      try (SheetRows rows = sheet.rows()) {
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
          for (int i = 0; i < row.size(); i++) {
            Cell cell = row.at(i);
            cells.put(
                new CellAddress(sheet.name(), row.number(), cell.column()),
                cell.copyTo(cell.column()));
          }
        }
      }
      this.merged = sheet.merged();
    }

    void assertTells(Problem problem, RowSchema<?> schema) {
      CellAddress at = problem.cell();
      if (at == null) {
        assertThat(problem.raw()).as("%s", problem).isEmpty();
        return;
      }
      Cell cell = cell(at, problem, schema);
      boolean blank = cell == null || cell.isBlank();
      assertThat(problem.raw())
          .as("%s", problem)
          .isEqualTo(tellsNoCell(problem) || blank ? "" : Problem.shortened(cell.raw()));
      if (problem.code() == ProblemCode.REQUIRED && problem.message().endsWith("a blank cell")) {
        assertThat(blank).as("%s", problem).isTrue();
      } else if (TELL_THE_CELL.contains(problem.code())) {
        assertThat(problem.message()).endsWith(", found " + words(cell));
      }
    }

    /** A required cell that holds a text for null is told as the null that it is. */
    private static boolean tellsNoCell(Problem problem) {
      return problem.code() == ProblemCode.REQUIRED
          || problem.code() == ProblemCode.HIDDEN_ROW
          || problem.code() == ProblemCode.HEADER_REPEATED
          || problem.code() == ProblemCode.ROW_REFUSED;
    }

    /** A blank cell of a merged area stands for the first one where its column says so. */
    private Cell cell(CellAddress at, Problem problem, RowSchema<?> schema) {
      Cell own = cells.get(at);
      ColumnSchema<?> column = problem.column().isEmpty() ? null : schema.column(problem.column());
      if (column == null || !column.fillMerged() || own != null && !own.isBlank()) {
        return own;
      }
      for (CellRange area : merged) {
        if (area.contains(at.row(), at.column())) {
          return cells.get(new CellAddress(at.sheet(), area.firstRow(), area.firstColumn()));
        }
      }
      return own;
    }

    private static String words(Cell cell) {
      return switch (cell.kind()) {
        case TEXT -> "text \"" + Problem.shortened(cell.text()) + "\"";
        case ERROR -> "the error " + cell.error().code();
        case UNCALCULATED -> "a formula that was saved without a value";
        case LOGICAL, NUMBER, DATE -> "the " + label(cell.kind()) + " " + cell.raw();
        case BLANK -> "a blank cell";
      };
    }

    private static String label(CellKind kind) {
      return kind == CellKind.LOGICAL ? "boolean" : kind == CellKind.DATE ? "date" : "number";
    }

    @Override
    public void close() {
      workbook.close();
    }
  }
}
