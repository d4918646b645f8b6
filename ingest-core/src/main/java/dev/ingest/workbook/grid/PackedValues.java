package dev.ingest.workbook.grid;

import dev.ingest.workbook.ExcelError;
import org.jspecify.annotations.Nullable;

/** Values as the binary formats pack them: [MS-XLS] 2.5.217 and 2.5.10, [MS-XLSB] 2.5.122. */
public final class PackedValues {

  private static final int OVER_100 = 1;
  private static final int INTEGER = 2;

  private PackedValues() {}

  /** Returns the number of 30 bits and two flags: an integer or the top of a double, over 100. */
  public static double rk(int packed) {
    double value =
        (packed & INTEGER) != 0
            ? packed >> 2
            : Double.longBitsToDouble((packed & 0xfffffffcL) << 32);
    return (packed & OVER_100) != 0 ? value / 100 : value;
  }

  /**
   * Returns the error of a code, or null if there is none. The codes past 0x2b are those of Excel's
   * XlCVError, less 2000, as the others are.
   */
  public static @Nullable ExcelError error(int code) {
    return switch (code) {
      case 0x00 -> ExcelError.NULL;
      case 0x07 -> ExcelError.DIV_0;
      case 0x0f -> ExcelError.VALUE;
      case 0x17 -> ExcelError.REF;
      case 0x1d -> ExcelError.NAME;
      case 0x24 -> ExcelError.NUM;
      case 0x2a -> ExcelError.NA;
      case 0x2b -> ExcelError.GETTING_DATA;
      case 0x2d -> ExcelError.SPILL;
      case 0x2e -> ExcelError.CONNECT;
      case 0x2f -> ExcelError.BLOCKED;
      case 0x30 -> ExcelError.UNKNOWN;
      case 0x31 -> ExcelError.FIELD;
      case 0x32 -> ExcelError.CALC;
      default -> null;
    };
  }
}
