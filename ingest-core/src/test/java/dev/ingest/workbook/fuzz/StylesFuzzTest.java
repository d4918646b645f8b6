package dev.ingest.workbook.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** The styles, of which the number formats matter. */
class StylesFuzzTest {

  @FuzzTest(maxDuration = Fuzzed.DURATION)
  @DictionaryEntries({
    "<styleSheet>",
    "</styleSheet>",
    "<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>",
    "<cellXfs>",
    "</cellXfs>",
    "<xf numFmtId=\"14\"/>",
    "[h]",
    "[$-409]",
    "\\\\",
    "&quot;"
  })
  void stylesAreReadAlikeOrRefused(byte[] xml) {
    Fuzzed.partInTwoEncodings("xl/styles.xml", xml);
  }
}
