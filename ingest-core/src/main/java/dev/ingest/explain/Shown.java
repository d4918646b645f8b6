package dev.ingest.explain;

import dev.ingest.decode.DecodeOutcome;
import dev.ingest.decode.DecodeStep;
import dev.ingest.problem.Masking;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.CellSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be shown of one cell.
 *
 * @param masking which columns are hidden
 * @param column the cell's column, as far as that is known
 * @param hidden whether the cell is hidden
 * @param positions where the hidden columns are in the sheet
 */
record Shown(Masking masking, Optional<String> column, boolean hidden, Set<Integer> positions) {

  private static final String MASK = "*****";

  CellSource source(CellSource source) {
    String text = hidden ? MASK : Excerpt.of(source.text());
    Optional<String> shared = source.shared().map(one -> hidden ? MASK : Excerpt.of(one));
    return new CellSource(source.where(), text, shared, source.style());
  }

  CellState cell(CellState cell) {
    if (!hidden || cell.raw().isEmpty()) {
      return cell;
    }
    return new CellState(cell.kind(), masked(cell.raw()), cell.date().map(date -> MASK));
  }

  private String masked(String raw) {
    return column.map(name -> masking.show(name, raw)).orElse(MASK);
  }

  List<DecodeStep> steps(List<DecodeStep> steps) {
    return hidden ? steps.stream().map(Shown::masked).toList() : steps;
  }

  private static DecodeStep masked(DecodeStep step) {
    DecodeOutcome outcome = step.outcome();
    if (outcome instanceof DecodeOutcome.Value) {
      outcome = new DecodeOutcome.Value(new Masked(MASK));
    } else if (outcome instanceof DecodeOutcome.Refused refused) {
      outcome = new DecodeOutcome.Refused(refused.code(), refused.expected(), MASK, refused.hint());
    }
    return new DecodeStep(step.step(), MASK, outcome);
  }

  CellResult result(CellResult result) {
    Object value = result.value();
    return new CellResult(
        value != null && hidden ? new Masked(masked(value.toString())) : value,
        result.reason(),
        result.problem().map(this::problem));
  }

  RowFate row(RowFate row) {
    return new RowFate(
        row.outcome(), row.rule(), row.problems().stream().map(this::problem).toList());
  }

  private Problem problem(Problem problem) {
    return masking.show(problem, positions);
  }

  /** Stands for a value, without the quotes of a text. */
  private record Masked(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
