package dev.ingest.row;

import dev.ingest.naming.NearMiss;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.problem.RefusedFileException;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.How;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetRow;
import dev.ingest.workbook.SheetRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header: the first of the first {@value #ROWS} rows of a sheet or range that holds all
 * columns. If there is none, the row that came nearest is diagnosed, all of its problems at once.
 */
final class HeaderSearch {

  static final int ROWS = 50;

  private record Candidate(int row, List<Binding> bindings, List<Unexpected> others) {

    long found(RowSchema<?> schema) {
      long found = 0;
      for (String name : schema.names()) {
        found += has(name) ? 1 : 0;
      }
      return found;
    }

    boolean has(String column) {
      for (Binding binding : bindings) {
        if (binding.column().equals(column)) {
          return true;
        }
      }
      return false;
    }
  }

  private final String sheet;
  private final int lastRow;
  private final RowSchema<?> schema;
  private int rowsRead;

  HeaderSearch(Sheet sheet, RowSchema<?> schema) {
    this.sheet = sheet.name();
    this.lastRow = (sheet.range().isPresent() ? sheet.range().get().firstRow() : 1) - 1 + ROWS;
    this.schema = schema;
  }

  /** Reads up to the header. */
  HeaderMatch find(SheetRows rows) {
    Candidate best = null;
    SheetRow row = rows.next();
    while (row != null && row.number() <= lastRow) {
      Candidate candidate = read(row);
      if (best == null || candidate.found(schema) > best.found(schema)) {
        best = candidate;
      }
      if (candidate.found(schema) == schema.columns().size()) {
        return match(candidate);
      }
      rowsRead++;
      row = rows.next();
    }
    throw new RefusedFileException(problems(best));
  }

  private Candidate read(SheetRow row) {
    List<Binding> bindings = new ArrayList<>();
    List<Unexpected> others = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.at(i);
      if (cell.kind() == CellKind.TEXT && !cell.text().isBlank()) {
        CellAddress address = new CellAddress(sheet, row.number(), cell.column());
        Binding binding = bind(cell.text(), address);
        if (binding == null) {
          others.add(new Unexpected(cell.text(), address));
        } else {
          bindings.add(binding);
        }
      }
    }
    return new Candidate(row.number(), bindings, others);
  }

  private @Nullable Binding bind(String header, CellAddress address) {
    for (ColumnSchema<?> column : schema.columns()) {
      How how = HeaderMatch.how(header, column);
      if (how != null) {
        return new Binding(column.name(), header, address, how);
      }
    }
    return null;
  }

  private HeaderMatch match(Candidate candidate) {
    if (candidate.bindings.size() > schema.columns().size()) {
      throw new RefusedFileException(problems(candidate));
    }
    List<Binding> ordered = new ArrayList<>();
    for (String name : schema.names()) {
      for (Binding binding : candidate.bindings) {
        if (binding.column().equals(name)) {
          ordered.add(binding);
        }
      }
    }
    return new HeaderMatch(candidate.row, rowsRead, ordered, candidate.others);
  }

  private List<Problem> problems(@Nullable Candidate best) {
    List<Problem> problems = new ArrayList<>();
    for (ColumnSchema<?> column : schema.columns()) {
      List<Binding> bound =
          best == null
              ? List.of()
              : best.bindings.stream().filter(b -> b.column().equals(column.name())).toList();
      if (bound.isEmpty()) {
        problems.add(missing(column, best));
      } else if (bound.size() > 1) {
        problems.add(duplicate(column, bound));
      }
    }
    return problems;
  }

  private Problem missing(ColumnSchema<?> column, @Nullable Candidate best) {
    List<String> others =
        best == null ? List.of() : best.others.stream().map(Unexpected::header).toList();
    String found =
        best == null || best.bindings.isEmpty()
            ? "none of the columns in the first " + ROWS + " rows"
            : "in row " + best.row + " only " + headers(best);
    String hint =
        NearMiss.of(column.header(), others)
            .map(near -> "did you mean \"" + Problem.shortened(near) + "\"? declare it as an alias")
            .orElse("add the column, or correct its header");
    return new Problem(
        ProblemCode.HEADER_MISSING,
        null,
        column.name(),
        column.header(),
        "",
        "sheet \"%s\": expected the header \"%s\", found %s"
            .formatted(sheet, column.header(), found),
        hint);
  }

  private static String headers(Candidate candidate) {
    List<String> all = new ArrayList<>();
    candidate.bindings.forEach(binding -> all.add('"' + Problem.shortened(binding.header()) + '"'));
    candidate.others.forEach(other -> all.add('"' + Problem.shortened(other.header()) + '"'));
    return String.join(", ", all);
  }

  private static Problem duplicate(ColumnSchema<?> column, List<Binding> bound) {
    CellAddress second = bound.get(1).cell();
    return new Problem(
        ProblemCode.HEADER_DUPLICATE,
        second,
        column.name(),
        bound.get(1).header(),
        bound.get(1).header(),
        "expected the header \"%s\" once, found it at %s and %s"
            .formatted(column.header(), bound.get(0).cell().a1(), second.a1()),
        "rename or remove one of them");
  }
}
