package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * See {@link CellDecoder#absentWhen}.
 *
 * @param tokens trimmed, in the order they were named
 */
record TokenDecoder<T>(CellDecoder<T> inner, Set<String> tokens) implements CellDecoder<T> {

  static <T> TokenDecoder<T> of(CellDecoder<T> inner, Collection<String> tokens) {
    Set<String> trimmed = new LinkedHashSet<>();
    tokens.forEach(token -> trimmed.add(Texts.trim(token)));
    return new TokenDecoder<>(inner, Collections.unmodifiableSet(trimmed));
  }

  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    return isToken(cell) ? null : inner.decode(cell);
  }

  @Override
  public String expected() {
    return inner.expected();
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return isToken(cell) ? NullReason.token(Texts.trim(cell.text())) : inner.whyNull(cell);
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    String step = named() + " is null";
    if (isToken(cell)) {
      return List.of(DecodeStep.of(step, this, cell));
    }
    List<DecodeStep> steps = new ArrayList<>();
    steps.add(new DecodeStep(step, Refusals.found(cell), new DecodeOutcome.PassedOn("it is none")));
    steps.addAll(inner.steps(cell));
    return List.copyOf(steps);
  }

  private boolean isToken(Cell cell) {
    return cell.kind() == CellKind.TEXT && tokens.contains(Texts.trim(cell.text()));
  }

  @Override
  public String toString() {
    return inner + ", " + named() + " is null";
  }

  private String named() {
    return tokens.stream().map(token -> '"' + token + '"').collect(Collectors.joining(" or "));
  }
}
