package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** See {@link CellDecoder#map}. */
record MappedDecoder<T, U>(CellDecoder<T> inner, Function<? super T, ? extends U> function)
    implements CellDecoder<U> {

  @Override
  public @Nullable U decode(Cell cell) throws CellDecodeException {
    T value = inner.decode(cell);
    return value == null ? null : function.apply(value);
  }

  @Override
  public NullReason whyNull(Cell cell) {
    return inner.whyNull(cell);
  }
}
