package dev.ingest.row;

import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.row.HeaderMatch.Unexpected;
import dev.ingest.row.HeaderReport.ColumnMatch;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a header what there is to say, and what is wrong with it. */
final class HeaderDiagnosis {

  private final String sheet;
  private final @Nullable CellRange range;
  private final RowSchema<?> schema;
  private final @Nullable HeaderCandidate best;
  private final boolean found;
  private final List<Problem> problems = new ArrayList<>();

  HeaderDiagnosis(
      String sheet,
      @Nullable CellRange range,
      RowSchema<?> schema,
      @Nullable HeaderCandidate best,
      boolean found) {
    this.sheet = sheet;
    this.range = range;
    this.schema = schema;
    this.best = best;
    this.found = found;
  }

  HeaderReport report() {
    List<ColumnMatch> columns = new ArrayList<>();
    for (ColumnSchema<?> column : schema.columns()) {
      columns.add(column(column));
    }
    List<Unexpected> others = best == null ? List.of() : best.others();
    boolean header = best != null && (found || best.found(schema) > 0);
    if (header && schema.policies().unexpected() == UnexpectedColumn.FAIL) {
      others.forEach(other -> problems.add(unexpected(other)));
    }
    return new HeaderReport(sheet, best == null ? 0 : best.row(), why(), columns, others, problems);
  }

  private ColumnMatch column(ColumnSchema<?> column) {
    List<Binding> bound = best == null ? List.of() : best.of(column.name());
    Optional<String> near = best != null && bound.isEmpty() ? best.near(column) : Optional.empty();
    if (range != null && HeaderSearch.isOutside(column, range)) {
      problems.add(outside(column, range));
    } else if (bound.isEmpty() && !(found && HeaderSearch.mayBeMissing(column, schema))) {
      problems.add(missing(column, near));
    } else if (bound.size() > 1) {
      problems.add(duplicate(column, bound));
    }
    return new ColumnMatch(
        column.name(), column.isByPosition() ? "" : column.header(), bound, near);
  }

  private String why() {
    HeaderRow declared = schema.policies().header();
    if (declared.isNone()) {
      return "as declared";
    }
    if (!declared.isSearched()) {
      return best == null
          ? "row " + declared.number() + " is declared and not stored"
          : "as declared";
    }
    if (found) {
      return "the first of the first %s rows that holds what is needed"
          .formatted(HeaderSearch.ROWS);
    }
    return best == null || isFar(best)
        ? "none of the columns in the first %s rows".formatted(HeaderSearch.ROWS)
        : "which comes nearest: it holds %s of %s columns"
            .formatted(best.found(schema), byHeader());
  }

  /** Returns whether a row has nothing to do with the header. */
  private boolean isFar(HeaderCandidate candidate) {
    return candidate.found(schema) == 0 && candidate.nearMisses(schema) == 0;
  }

  private long byHeader() {
    return schema.columns().stream().filter(column -> !column.isByPosition()).count();
  }

  private Problem missing(ColumnSchema<?> column, Optional<String> near) {
    String hint =
        near.map(text -> "did you mean \"" + Problem.shortened(text) + "\"? declare it as an alias")
            .orElse("add the column, or correct its header");
    String expected =
        column.isByPosition()
            ? "the column " + CellAddress.columnName(column.position().getAsInt())
            : "the header \"" + column.header() + "\"";
    return new Problem(
        ProblemCode.HEADER_MISSING,
        null,
        column.name(),
        column.header(),
        "",
        "sheet \"%s\": expected %s, found %s".formatted(sheet, expected, foundInstead()),
        hint);
  }

  private String foundInstead() {
    HeaderRow declared = schema.policies().header();
    if (best == null && !declared.isSearched()) {
      return "no row " + declared.number();
    }
    return best == null || declared.isSearched() && isFar(best)
        ? "none of the columns in the first " + HeaderSearch.ROWS + " rows"
        : "in row " + best.row() + " only " + headers(best);
  }

  private static String headers(HeaderCandidate candidate) {
    List<String> all = new ArrayList<>();
    candidate.bindings().forEach(binding -> all.add(quoted(binding.header())));
    candidate.others().forEach(other -> all.add(quoted(other.header())));
    return all.isEmpty() ? "blank cells" : String.join(", ", all);
  }

  private static String quoted(String header) {
    return '"' + Problem.shortened(header) + '"';
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

  private static Problem outside(ColumnSchema<?> column, CellRange range) {
    return Problem.ofFile(
        ProblemCode.HEADER_MISSING,
        "expected the column %s for %s, found the range %s without it"
            .formatted(
                CellAddress.columnName(column.position().orElseThrow()), column.name(), range),
        "read a wider range, or correct the position");
  }

  private static Problem unexpected(Unexpected other) {
    return new Problem(
        ProblemCode.HEADER_UNEXPECTED,
        other.cell(),
        "",
        other.header(),
        other.header(),
        "expected no headers but those of the columns, found %s".formatted(quoted(other.header())),
        "remove the column, or add it to the schema");
  }
}
