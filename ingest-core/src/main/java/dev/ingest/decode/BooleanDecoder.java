package dev.ingest.decode;

import dev.ingest.problem.ProblemCode;
import dev.ingest.workbook.Cell;
import dev.ingest.workbook.CellKind;
import dev.ingest.workbook.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TRUE or FALSE. Text is neither unless tokens are declared, and then a number too that is written
 * like one of them. Immutable.
 */
public final class BooleanDecoder implements CatalogueDecoder<Boolean> {

  static final BooleanDecoder BOOLEAN = new BooleanDecoder(List.of(), List.of());

  private final List<String> yes;
  private final List<String> no;

  private BooleanDecoder(List<String> yes, List<String> no) {
    this.yes = yes;
    this.no = no;
  }

  /**
   * Returns a decoder that takes these texts, compared after trimming, letter for letter.
   *
   * @throws IllegalArgumentException if one is on both sides, or either side has none
   */
  public BooleanDecoder withTokens(List<String> forTrue, List<String> forFalse) {
    List<String> trues = forTrue.stream().map(Texts::trim).toList();
    List<String> falses = forFalse.stream().map(Texts::trim).toList();
    if (trues.isEmpty() || falses.isEmpty() || trues.stream().anyMatch(falses::contains)) {
      throw new IllegalArgumentException(
          "expected texts for TRUE and others for FALSE, found %s and %s"
              .formatted(forTrue, forFalse));
    }
    return new BooleanDecoder(trues, falses);
  }

  @Override
  public Boolean decode(Cell cell) throws CellDecodeException {
    if (cell.kind() == CellKind.LOGICAL) {
      return cell.logical();
    }
    String written = yes.isEmpty() ? null : written(cell);
    if (written != null && yes.contains(written)) {
      return true;
    }
    if (written != null && no.contains(written)) {
      return false;
    }
    throw Refusals.of(cell, ProblemCode.NOT_A_BOOLEAN, expected());
  }

  private static @Nullable String written(Cell cell) {
    return switch (cell.kind()) {
      case TEXT -> Texts.trim(cell.text());
      case NUMBER -> NumberText.plain(cell.number());
      default -> null;
    };
  }

  @Override
  public String expected() {
    return yes.isEmpty() ? "TRUE or FALSE" : "TRUE or FALSE, or one of " + yes + " and " + no;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BooleanDecoder tokens && tokens.yes.equals(yes) && tokens.no.equals(no);
  }

  @Override
  public int hashCode() {
    return yes.hashCode();
  }

  @Override
  public String toString() {
    return yes.isEmpty() ? "boolean" : "boolean by " + yes + " and " + no;
  }
}
