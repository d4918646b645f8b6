package dev.ingest.explain;

import dev.ingest.workbook.CellRange;
import java.util.Optional;

/**
 * Which cell is to be explained, and how much may be shown.
 *
 * @param sheet its sheet's name; empty for the one that the pipeline reads
 * @param row counted from 1
 * @param column counted from 1
 * @param key the upload's key, for filters that compare with a part of it
 * @param showsSensitive whether values of sensitive columns are shown
 */
public record CellQuestion(
    Optional<String> sheet, int row, int column, Optional<String> key, boolean showsSensitive) {

  private static final String EXPECTED =
      "address: expected a cell such as C4, data!C4 or 'my sheet'!C4, found \"%s\"";

  /**
   * Reads an address as people write it: {@code data!C4}, {@code 'my sheet'!C4}, or {@code C4} for
   * the sheet that the pipeline reads; dollar signs are passed over.
   *
   * @throws IllegalArgumentException if it is none, leaves the grid, or is of several cells
   */
  public static CellQuestion at(String address) {
    String text = address.strip();
    boolean named = text.indexOf('!') >= 0;
    CellRange range = named ? named(text, address) : here(text, address);
    if (range.firstRow() != range.lastRow() || range.firstColumn() != range.lastColumn()) {
      throw new IllegalArgumentException(
          EXPECTED.formatted(address) + ", which is a range; name one of its cells");
    }
    return new CellQuestion(
        named ? Optional.of(range.sheet()) : Optional.empty(),
        range.firstRow(),
        range.firstColumn(),
        Optional.empty(),
        false);
  }

  private static CellRange named(String text, String address) {
    try {
      return CellRange.parse(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(EXPECTED.formatted(address), none);
    }
  }

  private static CellRange here(String text, String address) {
    return CellRange.ofArea("", text)
        .orElseThrow(() -> new IllegalArgumentException(EXPECTED.formatted(address)));
  }

  /** Returns this question about an upload with a key. */
  public CellQuestion withKey(String uploadKey) {
    return new CellQuestion(sheet, row, column, Optional.of(uploadKey), showsSensitive);
  }

  /** Returns this question with sensitive values shown. */
  public CellQuestion showingSensitive() {
    return new CellQuestion(sheet, row, column, key, true);
  }
}
