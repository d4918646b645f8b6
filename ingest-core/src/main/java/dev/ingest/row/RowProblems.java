package dev.ingest.row;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.row.HeaderMatch.Binding;
import dev.ingest.workbook.CellAddress;
import java.util.ArrayList;
import java.util.List;

/** The problems of one row at a time. It is where problems get their address. */
final class RowProblems {

  private final HeaderMatch header;
  private final List<Problem> found = new ArrayList<>();
  private final int first;
  private int row;

  RowProblems(HeaderMatch header) {
    this.header = header;
    this.first = firstThereIs(header);
  }

  /** Returns the first column that the table has, or 0 where it has none. */
  private static int firstThereIs(HeaderMatch header) {
    for (int i = 0; i < header.bindings().size(); i++) {
      if (!header.isMissing(i)) {
        return i;
      }
    }
    return 0;
  }

  /** Starts a row, which has no problem yet. */
  void start(int number) {
    row = number;
    if (!found.isEmpty()) {
      found.clear();
    }
  }

  /** Adds what a decoder refused. */
  void refused(int column, String raw, CellDecodeException refused) {
    found.add(of(column, refused.code(), raw, refused.message(), refused.hint()));
  }

  /** Adds a null that must not be. */
  void required(int column, NullReason reason) {
    String cell = reason.equals(NullReason.blank()) ? "a blank cell" : reason.toString();
    found.add(
        of(
            column,
            ProblemCode.REQUIRED,
            "",
            "expected a value, found " + cell,
            "fill the cell, or declare the column nullable"));
  }

  /** Returns those that were added, in their order. */
  List<Problem> all() {
    return found.isEmpty() ? List.of() : List.copyOf(found);
  }

  /** Makes a problem of a column, without adding it. */
  Problem of(int column, ProblemCode code, String raw, String message, String hint) {
    Binding binding = header.bindings().get(column);
    return new Problem(
        code, address(column), binding.column(), binding.header(), raw, message, hint);
  }

  /** Makes a problem of the row as a whole, which stands at the first column there is. */
  Problem ofRow(ProblemCode code, String message, String hint) {
    return of(first, code, "", message, hint);
  }

  /** Returns the address of a column's cell. */
  CellAddress address(int column) {
    CellAddress heading = header.bindings().get(column).cell();
    return new CellAddress(heading.sheet(), row, heading.column());
  }
}
