package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ExcelError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#onError}. */
record ErrorDecoder<T>(CellDecoder<T> inner, Map<ExcelError, CellErrorPolicy> policies)
    implements CellDecoder<T> {

  /** A second policy joins the first ones; the last word on an error counts. */
  static <T> ErrorDecoder<T> of(CellDecoder<T> decoder, ExcelError error, CellErrorPolicy policy) {
    Map<ExcelError, CellErrorPolicy> policies = new EnumMap<>(ExcelError.class);
    CellDecoder<T> inner = decoder;
    if (decoder instanceof ErrorDecoder<T> before) {
      policies.putAll(before.policies);
      inner = before.inner;
    }
    policies.put(error, policy);
    return new ErrorDecoder<>(inner, Collections.unmodifiableMap(policies));
  }

  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    CellErrorPolicy policy = policy(cell);
    if (policy == null) {
      return inner.decode(cell);
    }
    return switch (policy) {
      case NULL -> null;
      case REJECT -> throw Refusals.of(cell, ProblemCode.CELL_ERROR, inner.expected());
      case FAIL_FILE ->
          throw new CellDecodeException(
              ProblemCode.FATAL_CELL_ERROR,
              inner.expected(),
              Refusals.found(cell) + ", which refuses the file",
              "mend the formula and send the file again");
    };
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    if (policy(cell) != null) {
      return List.of(DecodeStep.of(worded(), this, cell));
    }
    String why = cell.kind() == CellKind.ERROR ? "it is another error" : "it is no error";
    List<DecodeStep> steps = new ArrayList<>();
    steps.add(new DecodeStep(worded(), Refusals.found(cell), new DecodeOutcome.PassedOn(why)));
    steps.addAll(inner.steps(cell));
    return List.copyOf(steps);
  }

  /** Policies stay outermost: being lenient does not soften them. */
  @Override
  public CellDecoder<T> lenient() {
    return new ErrorDecoder<>(inner.lenient(), policies);
  }

  private @Nullable CellErrorPolicy policy(Cell cell) {
    return cell.kind() == CellKind.ERROR ? policies.get(cell.error()) : null;
  }

  @Override
  public String expected() {
    return inner.expected();
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return policy(cell) == null ? inner.whyNull(cell) : NullReason.error(cell.error());
  }

  @Override
  public String toString() {
    return inner + ", " + worded();
  }

  private String worded() {
    List<String> words = new ArrayList<>();
    policies.forEach(
        (error, policy) ->
            words.add(
                error.code() + (policy == CellErrorPolicy.NULL ? " is " : " ") + policy.label()));
    return String.join(", ", words);
  }
}
