package dev.ingest.workbook;

import dev.ingest.workbook.part.BuiltInFormats;
import dev.ingest.workbook.part.NumberFormats;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The style of a cell as far as it changes what a number means: ECMA-376 Part 1, 18.8.10 and
 * 18.8.30.
 *
 * @param index of the cell's style in the file, counted from 0
 * @param formatId of its number format
 * @param code of its number format; empty where that is built in and the language decides
 * @param builtIn whether the file leaves the format to the program that shows it
 */
public record CellStyle(int index, int formatId, Optional<String> code, boolean builtIn) {

  /**
   * Makes a style.
   *
   * @param declared the code that the file declares for the format, or null
   */
  public static CellStyle of(int index, int formatId, @Nullable String declared) {
    return declared == null
        ? new CellStyle(index, formatId, BuiltInFormats.code(formatId), true)
        : new CellStyle(index, formatId, Optional.of(declared), false);
  }

  /** Returns what its format shows a number as. */
  public FormatClass formatClass() {
    return code.map(FormatClass::of)
        .orElse(NumberFormats.isBuiltInDate(formatId) ? FormatClass.DATE : FormatClass.NUMBER);
  }
}
