package dev.ingest.workbook;

import java.util.List;

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

  /** Opens the rows; may be called again for a second pass. The caller closes them. */
  SheetRows rows();
}
