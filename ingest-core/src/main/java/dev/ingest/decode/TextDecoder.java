package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.NumberText;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Text, trimmed. Numbers are their shortest decimal without exponent, dates ISO 8601, booleans
 * {@code true} and {@code false}. Immutable.
 */
public final class TextDecoder implements CatalogueDecoder<String> {

  static final TextDecoder TEXT = new TextDecoder(Integer.MAX_VALUE, null);

  private final int longest;
  private final @Nullable LengthUnit unit;

  private TextDecoder(int longest, @Nullable LengthUnit unit) {
    this.longest = longest;
    this.unit = unit;
  }

  /**
   * Returns a decoder that refuses longer text ({@code TEXT_TOO_LONG}).
   *
   * @throws IllegalArgumentException if the length is not positive
   */
  public TextDecoder withMaxLength(int length, LengthUnit of) {
    if (length < 1) {
      throw new IllegalArgumentException("expected a length of at least 1, found " + length);
    }
    return new TextDecoder(length, of);
  }

  @Override
  public String decode(Cell cell) throws CellDecodeException {
    String text = text(cell);
    if (unit != null && !unit.isWithin(longest, text)) {
      throw new CellDecodeException(
          ProblemCode.TEXT_TOO_LONG,
          "text of at most " + unit.count(longest),
          Refusals.found(cell) + ", which is " + unit.count(unit.lengthOf(text)),
          "");
    }
    return text;
  }

  static String text(Cell cell) throws CellDecodeException {
    return switch (cell.kind()) {
      case TEXT -> Texts.trim(cell.text());
      case NUMBER -> NumberText.plain(cell.number());
      case DATE -> dateText(cell);
      case LOGICAL -> Boolean.toString(cell.logical());
      default -> throw Refusals.of(cell, ProblemCode.NOT_TEXT, "text");
    };
  }

  private static String dateText(Cell cell) throws CellDecodeException {
    try {
      LocalDateTime at = cell.dateTime();
      boolean midnight = at.toLocalTime().toNanoOfDay() == 0;
      return midnight ? at.toLocalDate().toString() : at.toString();
    } catch (DateTimeException none) {
      throw new CellDecodeException(
          ProblemCode.BAD_SERIAL, "text", String.valueOf(none.getMessage()), "");
    }
  }

  @Override
  public String expected() {
    return "text";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextDecoder text && text.longest == longest && text.unit == unit;
  }

  @Override
  public int hashCode() {
    return longest;
  }

  @Override
  public String toString() {
    return unit == null ? "text" : "text of at most " + unit.count(longest);
  }
}
