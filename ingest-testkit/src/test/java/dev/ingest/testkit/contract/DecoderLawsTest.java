package dev.ingest.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.decode.CellDecodeException;
import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.CellDecoders;
import dev.ingest.decode.DecodeOutcome;
import dev.ingest.decode.DecodeStep;
import dev.ingest.problem.ProblemCode;
import dev.ingest.testkit.workbook.Cells;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.ExcelError;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each law finds the decoder that breaks it, and lets one of the catalogue pass. */
class DecoderLawsTest {

  private static final Cell FIVE = Cells.number(5);

  @Test
  void anUnexpectedExceptionIsFound() {
    CellDecoder<Integer> parses = cell -> Integer.valueOf(cell.raw());

    assertThatThrownBy(() -> DecoderLaws.isTotal(parses, Cells.text("x")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "expected a value, null or a CellDecodeException, found java.lang.NumberFormatException: For input string: \"x\"");
    assertThatCode(() -> DecoderLaws.isTotal(CellDecoders.integers(), Cells.text("x")))
        .doesNotThrowAnyException();
  }

  @Test
  void memoryIsFound() {
    AtomicInteger asked = new AtomicInteger();
    CellDecoder<Integer> counts = cell -> asked.incrementAndGet();

    assertThatThrownBy(() -> DecoderLaws.isDeterministic(counts, FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> DecoderLaws.isDeterministic(CellDecoders.longs(), FIVE))
        .doesNotThrowAnyException();
  }

  @Test
  void aDecoderThatLooksWhereItIsIsFound() {
    CellDecoder<Integer> looks = Cell::column;

    assertThatThrownBy(() -> DecoderLaws.isBlindToPlaces(looks, FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> DecoderLaws.isBlindToPlaces(CellDecoders.longs(), FIVE))
        .doesNotThrowAnyException();
  }

  @Test
  void wordsOutOfFormAreFound() {
    assertThatThrownBy(() -> DecoderLaws.isWellWorded(refusing("", "text", ""), FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DecoderLaws.isWellWorded(refusing("a number", "", ""), FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DecoderLaws.isWellWorded(refusing("a\nb", "text", ""), FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> DecoderLaws.isWellWorded(refusing("a number", "text", "no."), FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () -> DecoderLaws.isWellWorded(refusing("a number", "x".repeat(1000), ""), FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> DecoderLaws.isWellWorded(refusing("a number", "text", "try"), FIVE))
        .doesNotThrowAnyException();
  }

  @Test
  void whiteSpaceThatMattersIsFound() {
    CellDecoder<String> raw = Cell::text;

    assertThatThrownBy(() -> DecoderLaws.passesOverWhiteSpace(raw, "x"))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> DecoderLaws.passesOverWhiteSpace(CellDecoders.text(), "x"))
        .doesNotThrowAnyException();
  }

  @Test
  void anErrorThatBecomesAValueIsFound() {
    CellDecoder<Double> zero = cell -> cell.kind() == CellKind.ERROR ? 0 : cell.number();

    assertThatThrownBy(() -> DecoderLaws.takesNoError(zero, Cells.error(ExcelError.NA)))
        .isInstanceOf(AssertionError.class);
    assertThatCode(
            () -> DecoderLaws.takesNoError(CellDecoders.doubles(), Cells.error(ExcelError.NA)))
        .doesNotThrowAnyException();
  }

  @Test
  void stepsThatTellOfAnotherValueAreFound() {
    CellDecoder<Double> tells =
        new CellDecoder<>() {
          @Override
          public Double decode(Cell cell) {
            return 1.0;
          }

          @Override
          public List<DecodeStep> steps(Cell cell) {
            return List.of(new DecodeStep("one", "a cell", new DecodeOutcome.Value(2.0)));
          }
        };

    assertThatThrownBy(() -> DecoderLaws.explainsItself(tells, FIVE))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> DecoderLaws.explainsItself(CellDecoders.doubles(), FIVE))
        .doesNotThrowAnyException();
  }

  private static CellDecoder<String> refusing(String expected, String found, String hint) {
    return cell -> {
      throw new CellDecodeException(ProblemCode.NOT_A_NUMBER, expected, found, hint);
    };
  }
}
