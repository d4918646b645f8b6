package dev.ingest.workbook;

/**
 * The file "~$book.xlsx" that Excel leaves beside an open workbook: the user's name twice, each
 * time after its length, padded with spaces; once in bytes and once in UTF-16.
 */
final class LockFile {

  static final int LENGTH = 165;
  private static final int WIDE_AT = 55;

  private LockFile() {}

  /** Looks at the whole file, a character for each byte. */
  static boolean looksLike(String latin) {
    int name = latin.charAt(0);
    return name > 0
        && name < WIDE_AT
        && latin.charAt(WIDE_AT) > 0
        && latin.charAt(WIDE_AT) <= name
        && latin.charAt(WIDE_AT + 1) == 0
        && latin.substring(1, WIDE_AT).chars().allMatch(c -> c >= ' ');
  }
}
