package dev.ingest.workbook.biff;

/** The kinds of records that are read: [MS-XLS] 2.3. */
final class RecordId {

  static final int FORMULA = 0x0006;
  static final int EOF = 0x000a;
  static final int DATE_1904 = 0x0022;
  static final int FILEPASS = 0x002f;
  static final int CONTINUE = 0x003c;
  static final int CODEPAGE = 0x0042;
  static final int WSBOOL = 0x0081;
  static final int BOUNDSHEET = 0x0085;
  static final int MULRK = 0x00bd;
  static final int MULBLANK = 0x00be;
  static final int RSTRING = 0x00d6;
  static final int XF = 0x00e0;
  static final int MERGEDCELLS = 0x00e5;
  static final int SST = 0x00fc;
  static final int LABELSST = 0x00fd;
  static final int DIMENSIONS = 0x0200;
  static final int BLANK = 0x0201;
  static final int NUMBER = 0x0203;
  static final int LABEL = 0x0204;
  static final int BOOLERR = 0x0205;
  static final int STRING = 0x0207;
  static final int ROW = 0x0208;
  static final int ARRAY = 0x0221;
  static final int TABLE = 0x0236;
  static final int RK = 0x027e;
  static final int FORMAT = 0x041e;
  static final int SHRFMLA = 0x04bc;
  static final int BOF = 0x0809;

  private RecordId() {}

  /** Returns whether a record of this kind holds cells. */
  static boolean isCell(int id) {
    return switch (id) {
      case FORMULA, MULRK, MULBLANK, RSTRING, LABELSST, BLANK, NUMBER, LABEL, BOOLERR, RK -> true;
      default -> false;
    };
  }

  /** Returns whether a record of this kind may stand between a formula and its text. */
  static boolean belongsToFormula(int id) {
    return id == SHRFMLA || id == ARRAY || id == TABLE;
  }
}
