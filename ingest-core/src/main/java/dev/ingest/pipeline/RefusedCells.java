package dev.ingest.pipeline;

import dev.ingest.load.RefusedRow;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowOutcome.Accepted;
import dev.ingest.row.RowReader;
import dev.ingest.row.RowSchema;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the cells of rows that a table has refused. Nothing is kept of a row once it is written:
 * the sheet is read again, and its rows judged as before, since the n-th that is accepted is the
 * n-th of the file.
 */
final class RefusedCells<R> {

  /** The length of an SQLSTATE; databases have codes of their own as well. */
  private static final int SQLSTATE = 5;

  private final Sheet sheet;
  private final Pipeline<R> described;
  private final List<RowFilter<R>> filters;
  private final Findings findings;

  /**
   * Prepares a search.
   *
   * @param described how the sheet was read
   * @param findings completes what is found
   */
  RefusedCells(Sheet sheet, Pipeline<R> described, List<RowFilter<R>> filters, Findings findings) {
    this.sheet = sheet;
    this.described = described;
    this.filters = filters;
    this.findings = findings;
  }

  /**
   * Returns a problem for each refused row, completed and masked, in the order of the sheet. It may
   * be fewer where code of the caller's own decides otherwise the second time.
   */
  List<Problem> find(List<RefusedRow> refused) {
    Map<Long, List<RefusedRow>> byRecord = new HashMap<>();
    for (RefusedRow row : refused) {
      byRecord.computeIfAbsent(row.record(), record -> new ArrayList<>()).add(row);
    }
    List<Problem> problems = new ArrayList<>();
    try (RowReader<R> reader =
        RowReader.open(sheet, described.schema(), filters, described.rules())) {
      long record = 0;
      for (SheetRow row = reader.advance();
          row != null && !byRecord.isEmpty();
          row = reader.advance()) {
        record += reader.judge(row) instanceof Accepted ? 1 : 0;
        List<RefusedRow> here = byRecord.remove(record);
        if (here != null) {
          problems.addAll(findings.complete(row, problems(here, row, reader.header())));
        }
      }
    }
    return problems;
  }

  private List<Problem> problems(List<RefusedRow> refused, SheetRow row, HeaderMatch header) {
    return refused.stream().map(one -> problem(one, row, header)).toList();
  }

  private Problem problem(RefusedRow refused, SheetRow row, HeaderMatch header) {
    List<String> columns = known(refused.columns());
    int column = columns.isEmpty() ? 0 : described.schema().indexOf(columns.get(0));
    Binding binding = header.bindings().get(column);
    String raw = columns.isEmpty() ? "" : row.cell(header.position(column)).raw();
    return new Problem(
        ProblemCode.DATABASE_REFUSED,
        new CellAddress(binding.cell().sheet(), row.number(), binding.cell().column()),
        binding.column(),
        binding.header(),
        raw,
        "expected %s that table %s takes (%s), found %s"
            .formatted(
                expected(columns), described.plan().table(), said(refused), found(columns, raw)),
        "correct the workbook, or the table");
  }

  /** A constraint may be about columns that the file has not. */
  private List<String> known(List<String> columns) {
    RowSchema<R> schema = described.schema();
    return columns.stream().filter(schema.names()::contains).toList();
  }

  private static String expected(List<String> columns) {
    return switch (columns.size()) {
      case 0 -> "a row";
      case 1 -> "a value";
      default -> "values of " + String.join(", ", columns);
    };
  }

  private static String said(RefusedRow refused) {
    String state = refused.state();
    return state.isEmpty()
        ? refused.said()
        : refused.said() + (state.length() == SQLSTATE ? "; SQLSTATE " : "; code ") + state;
  }

  /** What was expected stands before, since that is what is left of a masked message. */
  private static String found(List<String> columns, String raw) {
    if (columns.size() != 1) {
      return columns.isEmpty() ? "one that it refuses" : "others";
    }
    return raw.isEmpty() ? "a blank cell" : '"' + Problem.shortened(raw) + '"';
  }
}
