package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#absentWhen}. */
record TokenDecoder<T>(CellDecoder<T> inner, Set<String> tokens) implements CellDecoder<T> {

  @Override
  public @Nullable T decode(Cell cell) throws CellDecodeException {
    return isToken(cell) ? null : inner.decode(cell);
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return isToken(cell) ? NullReason.token(Texts.trim(cell.text())) : inner.whyNull(cell);
  }

  private boolean isToken(Cell cell) {
    return cell.kind() == CellKind.TEXT && tokens.contains(Texts.trim(cell.text()));
  }
}
