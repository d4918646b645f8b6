package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns one cell into one value. A decoder is pure: the same cell gives the same value, and nothing
 * else is read or kept. Blank cells do not reach it; the row reader deals with them.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface CellDecoder<T> {

  /**
   * Returns the value, or null where the cell means that there is none.
   *
   * @throws CellDecodeException if the cell does not fit
   */
  @Nullable T decode(Cell cell) throws CellDecodeException;

  /** Returns why {@link #decode} gave null for this cell; asked only then. */
  default NullReason whyNull(Cell cell) {
    return switch (cell.kind()) {
      case BLANK -> NullReason.blank();
      case ERROR -> NullReason.error(cell.error());
      default -> NullReason.byDecoder();
    };
  }

  /** Returns a decoder that applies a function to the values of this one; null stays null. */
  default <U> CellDecoder<U> map(Function<? super T, ? extends U> function) {
    return new MappedDecoder<>(this, function);
  }

  /** Returns a decoder that takes these texts for null: compared after trimming, case matters. */
  default CellDecoder<T> absentWhen(String... tokens) {
    return new TokenDecoder<>(this, java.util.Set.of(tokens));
  }

  /** Returns a decoder that gives null where this one refuses, counted under its reason. */
  default CellDecoder<T> lenient() {
    return new LenientDecoder<>(this);
  }
}
