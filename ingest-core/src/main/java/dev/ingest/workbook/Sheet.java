package dev.ingest.workbook;

import java.util.List;
import java.util.Optional;

/** One worksheet. */
public interface Sheet {

  /** Whether a sheet is shown: ECMA-376 Part 1, 18.18.68. */
  enum Visibility {
    VISIBLE("visible"),
    HIDDEN("hidden"),
    /** Can be shown by a macro only. */
    VERY_HIDDEN("veryHidden");

    private final String label;

    Visibility(String label) {
      this.label = label;
    }

    /** Returns the word that the file format uses. */
    public String label() {
      return label;
    }
  }

  /** Returns the name, as the tab shows it. */
  String name();

  /** Returns the position among the worksheets, counted from 1. */
  int position();

  /** Returns whether the sheet is shown. */
  Visibility visibility();

  /**
   * Returns the merged areas, in the file's order. Their value is that of the first cell; what the
   * file stores in the others, if anything, is read as it stands.
   */
  default List<CellRange> merged() {
    return List.of();
  }

  /**
   * Returns the range that this view of a sheet is restricted to; empty for the whole sheet. Rows
   * and cells outside of it do not appear; the others keep their true addresses.
   */
  default Optional<CellRange> range() {
    return Optional.empty();
  }

  /**
   * Finds what the file stores of one cell: for explanations, since it takes a pass of its own over
   * the sheet up to the cell.
   *
   * @param row counted from 1
   * @param column counted from 1
   * @return empty where the file stores nothing there, or the format does not tell
   */
  default Optional<CellSource> source(int row, int column) {
    return Optional.empty();
  }

  /** Opens the rows; may be called again for a second pass. The caller closes them. */
  SheetRows rows();
}
