package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#where}. */
record RuledDecoder<T>(CellDecoder<T> inner, List<ValueRule> rules) implements CellDecoder<T> {

  RuledDecoder {
    rules = List.copyOf(rules);
  }

  /** The first rule that does not hold is the problem: a cell has one. */
  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    T value = inner.decode(cell);
    if (value != null) {
      for (ValueRule rule : rules) {
        if (!rule.holds(value)) {
          throw new CellDecodeException(rule.code(), rule.expected(), found(cell, value), "");
        }
      }
    }
    return value;
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>(inner.steps(cell));
    if (DecodeStep.last(steps) instanceof DecodeOutcome.Value value) {
      for (ValueRule rule : rules) {
        boolean holds = rule.holds(value.value());
        DecodeOutcome outcome = holds ? value : DecodeOutcome.of(this, cell);
        steps.add(new DecodeStep("rule " + rule, value.toString(), outcome));
        if (!holds) {
          break;
        }
      }
    }
    return List.copyOf(steps);
  }

  /** A serial says nothing to people who compare dates. */
  private static String found(Cell cell, Object value) {
    return cell.kind() == CellKind.DATE
        ? "the " + cell.kind().label() + " " + value
        : Refusals.found(cell);
  }

  @Override
  public String expected() {
    return inner.expected();
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return inner.whyNull(cell);
  }

  @Override
  public String toString() {
    return rules.stream().map(Object::toString).collect(Collectors.joining(", ", inner + ", ", ""));
  }
}
