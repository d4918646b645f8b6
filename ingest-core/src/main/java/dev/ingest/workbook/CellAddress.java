package dev.ingest.workbook;

/**
 * The true address of a cell, as Excel shows it.
 *
 * @param sheet the sheet's name
 * @param row the row, counted from 1
 * @param column the column, counted from 1 (A is 1)
 */
public record CellAddress(String sheet, int row, int column) {

  /** Rows of a sheet: ECMA-376 Part 1, 18.3.1.73. */
  public static final int MAX_ROW = 1_048_576;

  /** Columns of a sheet: the last is XFD. */
  public static final int MAX_COLUMN = 16_384;

  /** Refuses positions outside the grid. */
  public CellAddress {
    if (row < 1 || row > MAX_ROW || column < 1 || column > MAX_COLUMN) {
      throw new IllegalArgumentException(
          "row " + row + ", column " + column + " is outside the grid A1:XFD1048576");
    }
  }

  /** Returns the address within its sheet: {@code C4}. */
  public String a1() {
    return columnName(column) + row;
  }

  /** Returns the full address, quoted as in a formula where needed: {@code 'my data'!C4}. */
  @Override
  public String toString() {
    String name = isPlain(sheet) ? sheet : "'" + sheet.replace("'", "''") + "'";
    return name + "!" + a1();
  }

  /** Returns whether a sheet's name starts like a word and goes on like one, numbers included. */
  private static boolean isPlain(String name) {
    boolean plain = !name.isEmpty() && isWord(name.codePointAt(0));
    for (int i = 0; plain && i < name.length(); i = name.offsetByCodePoints(i, 1)) {
      int c = name.codePointAt(i);
      plain = isWord(c) || c == '.' || isNumber(c);
    }
    return plain;
  }

  private static boolean isWord(int c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /**
   * Returns the letters of a column.
   *
   * @param column counted from 1
   */
  public static String columnName(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.append((char) ('A' + (rest - 1) % 26));
    }
    return letters.reverse().toString();
  }
}
