package dev.ingest.workbook.xlsb;

/** The kinds of records that are read: [MS-XLSB] 2.3. */
final class RecordId {

  static final int ROW = 0;
  static final int BLANK = 1;
  static final int RK = 2;
  static final int ERROR = 3;
  static final int LOGICAL = 4;
  static final int REAL = 5;
  static final int TEXT = 6;
  static final int SHARED_TEXT = 7;
  static final int FORMULA_TEXT = 8;
  static final int FORMULA_NUMBER = 9;
  static final int FORMULA_LOGICAL = 10;
  static final int FORMULA_ERROR = 11;

  /** Cells without a column: each is right of the one before. Their values are as 1 to 7. */
  static final int FIRST_SHORT = 12;

  static final int LAST_SHORT = 18;

  static final int STRING_ITEM = 19;
  static final int FORMAT = 44;
  static final int STYLE = 47;
  static final int RICH_TEXT = 62;
  static final int END_SHEET = 130;
  static final int END_BOOK = 132;
  static final int BEGIN_SHEET_DATA = 145;
  static final int END_SHEET_DATA = 146;
  static final int WORKBOOK_PROPERTIES = 153;
  static final int SHEET = 156;
  static final int END_STRINGS = 160;
  static final int MERGED = 176;
  static final int END_STYLES = 279;
  static final int BEGIN_CELL_STYLES = 617;
  static final int END_CELL_STYLES = 618;

  private RecordId() {}

  /** Returns whether a record of this kind is a cell. */
  static boolean isCell(int id) {
    return id >= BLANK && id <= LAST_SHORT || id == RICH_TEXT;
  }
}
