package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number, exactly or not at all. Text is no number unless a {@link NumberPattern} says how
 * numbers are written. Immutable.
 *
 * @param <T> the numbers' type
 */
public final class NumberDecoder<T extends Number> implements CatalogueDecoder<T> {

  private final NumberType type;
  private final @Nullable NumberPattern pattern;
  private final @Nullable DecimalSize size;

  NumberDecoder(NumberType type) {
    this(type, null, null);
  }

  private NumberDecoder(
      NumberType type, @Nullable NumberPattern pattern, @Nullable DecimalSize size) {
    this.type = type;
    this.pattern = pattern;
    this.size = size;
  }

  /** Returns a decoder that reads text, too, where it is written by this pattern. */
  public NumberDecoder<T> withPattern(NumberPattern written) {
    return new NumberDecoder<>(type, written, size);
  }

  /** Returns decimals of a size; only {@link CellDecoders#decimals(DecimalSize)} asks. */
  NumberDecoder<T> sized(DecimalSize decimals) {
    return new NumberDecoder<>(type, pattern, decimals);
  }

  @Override
  @SuppressWarnings("unchecked") // each type is asked for under its own class only
  public T decode(Cell cell) throws CellDecodeException {
    Number number =
        cell.kind() == CellKind.NUMBER
            ? type.of(cell, cell.number())
            : type.of(cell, written(cell));
    return (T) (size == null ? number : size.fit(cell, (BigDecimal) number));
  }

  @Override
  public List<DecodeStep> steps(Cell cell) {
    List<DecodeStep> steps = new ArrayList<>();
    if (pattern != null && cell.kind() == CellKind.TEXT) {
      BigDecimal read = pattern.read(Texts.trim(cell.text()));
      steps.add(DecodeStep.tried(pattern.toString(), cell, read));
    }
    steps.add(DecodeStep.of(size == null ? type.toString() : type + "(" + size + ")", this, cell));
    return List.copyOf(steps);
  }

  private BigDecimal written(Cell cell) throws CellDecodeException {
    BigDecimal read =
        pattern != null && cell.kind() == CellKind.TEXT
            ? pattern.read(Texts.trim(cell.text()))
            : null;
    if (read == null) {
      ProblemCode code =
          cell.kind() == CellKind.DATE ? ProblemCode.DATE_NOT_NUMBER : ProblemCode.NOT_A_NUMBER;
      throw Refusals.of(cell, code, expected());
    }
    return read;
  }

  @Override
  public String expected() {
    return pattern == null ? "a number" : "a number, or text like " + pattern.example();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberDecoder<?> numbers
        && numbers.type == type
        && Objects.equals(numbers.pattern, pattern)
        && Objects.equals(numbers.size, size);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public String toString() {
    return type + (size == null ? "" : "(" + size + ")") + (pattern == null ? "" : " " + pattern);
  }
}
