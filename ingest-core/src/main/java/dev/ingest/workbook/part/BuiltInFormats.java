package dev.ingest.workbook.part;

import java.util.Map;
import java.util.Optional;

/** The number formats that files need not declare: ECMA-376 Part 1, 18.8.30. */
public final class BuiltInFormats {

  private static final Map<Integer, String> CODES =
      Map.ofEntries(
          Map.entry(0, "General"),
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "mm-dd-yy"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "m/d/yy h:mm"),
          Map.entry(37, "#,##0 ;(#,##0)"),
          Map.entry(38, "#,##0 ;[Red](#,##0)"),
          Map.entry(39, "#,##0.00;(#,##0.00)"),
          Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mmss.0"),
          Map.entry(48, "##0.0E+0"),
          Map.entry(49, "@"));

  private BuiltInFormats() {}

  /** Returns the code of a format id; empty for those that the language decides, and for none. */
  public static Optional<String> code(int id) {
    return Optional.ofNullable(CODES.get(id));
  }
}
