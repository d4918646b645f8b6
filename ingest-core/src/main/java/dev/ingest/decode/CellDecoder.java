package dev.ingest.decode;

import dev.ingest.problem.NullReason;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.ExcelError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns one cell into one value. A decoder is pure: the same cell gives the same value, and nothing
 * else is read or kept. It says what is wrong and never where. Blank cells do not reach it; the row
 * reader deals with them.
 *
 * <p>Decoders compose, from the inside out: {@code
 * CellDecoders.doubles().absentWhen("n/a").lenient()}. The test kit's {@code DecoderLaws} hold what
 * a decoder of one's own must keep.
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

  /** Returns what it expects, in the words of a message: {@code a number}. */
  default String expected() {
    return "a value";
  }

  /** Returns why {@link #decode} gave null for this cell; asked only then. */
  default NullReason whyNull(Cell cell) {
    return switch (cell.kind()) {
      case BLANK -> NullReason.blank();
      case ERROR -> NullReason.error(cell.error());
      default -> NullReason.byDecoder();
    };
  }

  /**
   * Tells how a cell that is not blank is decoded, step by step, in the order the steps are taken;
   * the last one comes to what {@link #decode} does. For explanations: pure, slow, and never asked
   * while rows are read. A decoder that is not composed is one step.
   */
  default List<DecodeStep> steps(Cell cell) {
    return List.of(DecodeStep.of(this, cell));
  }

  /**
   * Returns a decoder that applies a function to the values of this one; null stays null. Where the
   * function refuses its argument with an {@link IllegalArgumentException}, a {@link
   * java.time.DateTimeException} or an {@link ArithmeticException}, the cell is refused ({@code
   * VALUE_REFUSED}) with that message; whatever else it throws is a defect and is not caught.
   */
  default <U> CellDecoder<U> map(Function<? super T, ? extends U> function) {
    return map(function, expected());
  }

  /**
   * Returns {@link #map(Function)} with what the values are, for messages: {@code
   * text().map(UUID::fromString, "a UUID")}.
   */
  default <U> CellDecoder<U> map(Function<? super T, ? extends U> function, String expected) {
    return new MappedDecoder<>(this, function, expected);
  }

  /**
   * Returns a decoder that asks another where this one refuses. A cell that both refuse is refused
   * with the code and the hint of this one.
   */
  default CellDecoder<T> or(CellDecoder<? extends T> other) {
    return new OrDecoder<>(this, other);
  }

  /** Returns a decoder that takes these texts for null: compared after trimming, case matters. */
  default CellDecoder<T> absentWhen(String... tokens) {
    return TokenDecoder.of(this, List.of(tokens));
  }

  /** Returns a decoder with a policy for one error value, which holds whatever this one does. */
  default CellDecoder<T> onError(ExcelError error, CellErrorPolicy policy) {
    return ErrorDecoder.of(this, error, policy);
  }

  /**
   * Returns a decoder that refuses values of this one that break a rule; null keeps them all. Of
   * several that are broken, the first is told.
   */
  default CellDecoder<T> where(ValueRule... rules) {
    return new RuledDecoder<>(this, List.of(rules));
  }

  /** Returns a decoder that gives null where this one refuses, counted under its reason. */
  default CellDecoder<T> lenient() {
    return new LenientDecoder<>(this);
  }
}
