package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Severity;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#lenient}. */
record LenientDecoder<T>(CellDecoder<T> inner) implements CellDecoder<T> {

  /** No decoder of the catalogue takes an error: it need not be asked to word the refusal. */
  private boolean isRefusedError(Cell cell) {
    return inner instanceof CatalogueDecoder && cell.kind() == CellKind.ERROR;
  }

  /** Written out: the generated one is linked at run time, which takes 10 ms at a cold start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LenientDecoder<?> lenient && lenient.inner.equals(inner);
  }

  @Override
  public int hashCode() {
    return ~inner.hashCode();
  }

  @Override
  public String expected() {
    return inner.expected();
  }

  @Override
  public String toString() {
    return inner + ", lenient";
  }

  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    if (isRefusedError(cell)) {
      return null;
    }
    try {
      return inner.decode(cell);
    } catch (CellDecodeException refused) {
      if (refused.code().severity() == Severity.FILE) {
        throw refused;
      }
      return null; // counted: the row reader asks whyNull
    }
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = inner.steps(cell);
    DecodeOutcome before = DecodeStep.last(steps);
    return before instanceof DecodeOutcome.Refused refused
        ? DecodeStep.and(
            steps, new DecodeStep("lenient", refused.code().name(), DecodeOutcome.of(this, cell)))
        : steps;
  }

  @Override
  public NullReason whyNull(Cell cell) {
    if (isRefusedError(cell)) {
      return NullReason.error(cell.error());
    }
    try {
      inner.decode(cell);
      return inner.whyNull(cell);
    } catch (CellDecodeException refused) {
      return cell.kind() == CellKind.ERROR
          ? NullReason.error(cell.error())
          : NullReason.undecodable(refused.code());
    }
  }
}
