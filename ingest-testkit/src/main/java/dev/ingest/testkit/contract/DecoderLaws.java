package dev.ingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.DecodeOutcome;
import dev.ingest.decode.DecodeStep;
import dev.ingest.testkit.workbook.Cells;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ExcelError;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link CellDecoder} keeps, held for all kinds of cells. A subclass names its decoders,
 * and adds cells that matter to them:
 *
 * <pre>{@code
 * class MoneyDecoderProperties extends DecoderLaws {
 *   @Override
 *   protected List<CellDecoder<?>> decoders() {
 *     return List.of(MoneyDecoder.euros());
 *   }
 *
 *   @Override
 *   protected List<Cell> more() {
 *     return List.of(Cells.text("1,50 €"));
 *   }
 * }
 * }</pre>
 */
public abstract class DecoderLaws {

  private static final int LONGEST_MESSAGE = 1000;

  /** What becomes of a cell: a value, or in words why there is none. */
  private record Outcome(@Nullable Object value, String words) {}

  /** For subclasses. */
  protected DecoderLaws() {}

  /** Returns the decoders under test. */
  protected abstract List<CellDecoder<?>> decoders();

  /** Returns cells that are to be tried beside those that are made up; by default none. */
  protected List<Cell> more() {
    return List.of();
  }

  /**
   * Returns whether a decoder may make a value of an error or of a formula without a value; by
   * default none may, since what went wrong in a sheet would go on unseen.
   */
  protected boolean takesErrors() {
    return false;
  }

  @Property
  void aCellGivesAValueOrNullOrARefusal(@ForAll("cells") Cell cell) {
    decoders().forEach(decoder -> isTotal(decoder, cell));
  }

  @Property
  void theSameCellGivesTheSame(@ForAll("cells") Cell cell) {
    decoders().forEach(decoder -> isDeterministic(decoder, cell));
  }

  @Property
  void aDecoderDoesNotKnowWhereItIs(@ForAll("cells") Cell cell) {
    decoders().forEach(decoder -> isBlindToPlaces(decoder, cell));
  }

  @Property
  void messagesHaveTheirForm(@ForAll("cells") Cell cell) {
    decoders().forEach(decoder -> isWellWorded(decoder, cell));
  }

  @Property
  void whiteSpaceAroundTextIsNothing(@ForAll("texts") String text) {
    decoders().forEach(decoder -> passesOverWhiteSpace(decoder, text));
  }

  @Property
  void anErrorIsNoValue(@ForAll("cells") Cell cell) {
    if (!takesErrors()) {
      decoders().forEach(decoder -> takesNoError(decoder, cell));
    }
  }

  @Property
  void theStepsEndWhereTheDecodingEnds(@ForAll("cells") Cell cell) {
    decoders().forEach(decoder -> explainsItself(decoder, cell));
  }

  /** Law: nothing but a value, null or a refusal comes of a cell. */
  static void isTotal(CellDecoder<?> decoder, Cell cell) {
    outcome(decoder, cell);
  }

  /** Law: nothing but the cell decides. */
  static void isDeterministic(CellDecoder<?> decoder, Cell cell) {
    assertThat(outcome(decoder, cell))
        .as("the second outcome of %s for %s", decoder, cell)
        .isEqualTo(outcome(decoder, cell));
  }

  /** Law: the row reader says where; a decoder says the same everywhere. */
  static void isBlindToPlaces(CellDecoder<?> decoder, Cell cell) {
    assertThat(outcome(decoder, cell.copyTo(CellAddress.MAX_COLUMN)))
        .as("the outcome of %s for %s in another column", decoder, cell)
        .isEqualTo(outcome(decoder, cell));
  }

  /** Law: expected this, found that; try this. All in one line that can be shown. */
  static void isWellWorded(CellDecoder<?> decoder, Cell cell) {
    assertThat(outcome(decoder, cell).words())
        .as("the words of %s for %s", decoder, cell)
        .hasSizeLessThan(LONGEST_MESSAGE)
        .doesNotContainPattern("\\p{Cntrl}");
    try {
      decoder.decode(cell);
    } catch (CellDecodeException refused) {
      assertThat(refused.expected()).as("what %s expected", decoder).isNotBlank();
      assertThat(refused.found()).as("what %s found", decoder).isNotBlank();
      assertThat(refused.hint()).as("the hint of %s", decoder).doesNotEndWith(".");
    }
  }

  /** Law: where text is a value, it is the same value among spaces and no-break spaces. */
  static void passesOverWhiteSpace(CellDecoder<?> decoder, String text) {
    Object value = outcome(decoder, Cells.text(text)).value();
    if (value != null) {
      assertThat(outcome(decoder, Cells.text("\u00a0 " + text + "\t\u00a0")).value())
          .as("the value of %s for \"%s\" among white space", decoder, text)
          .isEqualTo(value);
    }
  }

  /** Law: who asks for the steps is told what really happens. */
  static void explainsItself(CellDecoder<?> decoder, Cell cell) {
    if (!cell.isBlank()) {
      List<DecodeStep> steps = decoder.steps(cell);
      assertThat(steps).as("the steps of %s for %s", decoder, cell).isNotEmpty();
      assertThat(steps.get(steps.size() - 1).outcome())
          .as("the last step of %s for %s", decoder, cell)
          .isEqualTo(DecodeOutcome.of(decoder, cell));
    }
  }

  /** Law: an error, or a formula without a value, never goes on as a value. */
  static void takesNoError(CellDecoder<?> decoder, Cell cell) {
    if (cell.kind() == CellKind.ERROR || cell.kind() == CellKind.UNCALCULATED) {
      assertThat(outcome(decoder, cell).value())
          .as("the value of %s for %s", decoder, cell)
          .isNull();
    }
  }

  private static Outcome outcome(CellDecoder<?> decoder, Cell cell) {
    try {
      Object value = decoder.decode(cell);
      return new Outcome(value, value == null ? "null: " + decoder.whyNull(cell).label() : "");
    } catch (CellDecodeException refused) {
      return new Outcome(null, refused.code() + ": " + refused.message() + "; " + refused.hint());
    } catch (RuntimeException unexpected) {
      throw new AssertionError(
          "%s, cell %s: expected a value, null or a CellDecodeException, found %s"
              .formatted(decoder, cell, unexpected),
          unexpected);
    }
  }

  /** Returns cells of all kinds but blank ones, which do not reach a decoder. */
  @Provide
  Arbitrary<Cell> cells() {
    Arbitrary<Cell> made =
        Arbitraries.oneOf(
            texts().map(Cells::text),
            numbers().map(Cells::number),
            serials().map(Cells::serial),
            Arbitraries.of(true, false).map(Cells::logical),
            Arbitraries.of(ExcelError.class).map(Cells::error),
            Arbitraries.of("A1+1", "").map(Cells::uncalculated));
    return more().isEmpty() ? made : Arbitraries.oneOf(made, Arbitraries.of(more()));
  }

  /** Returns texts that are not blank, many of them nearly numbers or dates. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> nearly =
        Arbitraries.of(
            "5",
            "-1",
            "1.234,5",
            "1,234.5",
            "1e5",
            "NaN",
            "Infinity",
            "12 %",
            "5 €",
            "(5)",
            "2020-02-01",
            "2020-02-30",
            "2020-02-01T19:00",
            "01.02.2020",
            "3/4/2020",
            "13/4/2020",
            "19:00",
            "24:00",
            "PT1H",
            "TRUE",
            "ja",
            "n/a",
            "-",
            "#N/A",
            "MONDAY",
            "\u0661",
            "\ud83d",
            "a\u0000b",
            "two\nlines",
            "x".repeat(40_000),
            "9".repeat(5_000));
    Arbitrary<String> digits =
        Arbitraries.strings().withChars("0123456789.,-/: €%").ofMinLength(1).ofMaxLength(12);
    return Arbitraries.oneOf(nearly, digits, Arbitraries.strings().ofMaxLength(20))
        .filter(text -> !Cells.text(text).isBlank());
  }

  private static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            0d,
            -0d,
            1d,
            3.7,
            1e21,
            1e308,
            -1e308,
            Double.MIN_VALUE,
            0x1p53,
            0x1p53 + 2,
            43862d,
            43862.5,
            0.1 + 0.2),
        Arbitraries.doubles());
  }

  private static Arbitrary<Double> serials() {
    return Arbitraries.oneOf(
        Arbitraries.of(0d, 0.5, 0.9999999999, 1d, 59d, 60d, 61d, 2958465d, 2958466d, -1d, 1e300),
        Arbitraries.doubles().between(0, 80_000));
  }
}
