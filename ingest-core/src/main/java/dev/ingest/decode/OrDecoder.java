package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Severity;
import dev.ingest.workbook.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#or}. */
record OrDecoder<T>(CellDecoder<T> first, CellDecoder<? extends T> second)
    implements CellDecoder<T> {

  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    try {
      return first.decode(cell);
    } catch (CellDecodeException refused) {
      if (refused.code().severity() == Severity.FILE) {
        throw refused;
      }
      return decodeBySecond(cell, refused);
    }
  }

  private @Nullable T decodeBySecond(Cell cell, CellDecodeException refused)
      throws CellDecodeException {
    try {
      return second.decode(cell);
    } catch (CellDecodeException again) {
      String either =
          refused.expected().equals(again.expected())
              ? refused.expected()
              : refused.expected() + " or " + again.expected();
      throw new CellDecodeException(refused.code(), either, refused.found(), refused.hint());
    }
  }

  /** A refusal of the second is worded with what the first one expected. */
  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>(first.steps(cell));
    DecodeOutcome before = DecodeStep.last(steps);
    if (before instanceof DecodeOutcome.Refused refused
        && refused.code().severity() != Severity.FILE) {
      List<DecodeStep> others = second.steps(cell);
      steps.addAll(others);
      if (DecodeStep.last(others) instanceof DecodeOutcome.Refused) {
        steps.add(DecodeStep.of("or", this, cell));
      }
    }
    return List.copyOf(steps);
  }

  @Override
  public String expected() {
    return first.expected() + " or " + second.expected();
  }

  @Override
  public NullReason whyNull(Cell cell) {
    try {
      first.decode(cell);
      return first.whyNull(cell);
    } catch (CellDecodeException refused) {
      return second.whyNull(cell);
    }
  }

  @Override
  public String toString() {
    return first + " or " + second;
  }
}
