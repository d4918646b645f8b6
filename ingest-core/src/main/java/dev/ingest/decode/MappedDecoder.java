package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.Problem;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#map}. */
record MappedDecoder<T, U>(
    CellDecoder<T> inner, Function<? super T, ? extends U> function, String expected)
    implements CellDecoder<U> {

  @Override
  public @Nullable U decode(Cell cell) throws CellDecodeException {
    T value = inner.decode(cell);
    try {
      return value == null ? null : function.apply(value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
      throw refusal(cell, refused);
    }
  }

  private CellDecodeException refusal(Cell cell, RuntimeException refused) {
    String message = refused.getMessage();
    String why = message == null ? refused.getClass().getSimpleName() : message;
    return new CellDecodeException(
        ProblemCode.VALUE_REFUSED,
        expected,
        Refusals.found(cell) + " (" + Problem.shortened(why) + ")",
        "");
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = inner.steps(cell);
    return DecodeStep.last(steps) instanceof DecodeOutcome.Value value
        ? DecodeStep.and(
            steps,
            new DecodeStep("mapped to " + expected, value.toString(), DecodeOutcome.of(this, cell)))
        : steps;
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return inner.whyNull(cell);
  }

  @Override
  public String toString() {
    return expected.equals(inner.expected()) ? inner + ", mapped" : expected + " from " + inner;
  }
}
