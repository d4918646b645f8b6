package dev.ingest.workbook.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** The table of shared strings. */
class SharedStringsFuzzTest {

  @FuzzTest(maxDuration = Fuzzed.DURATION)
  @DictionaryEntries({
    "<sst>",
    "</sst>",
    "<si>",
    "</si>",
    "<t>",
    "</t>",
    "<r>",
    "<rPh>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&#x41;",
    "&lt;",
    "_x000D_",
    "_xD83D_",
    " xml:space=\"preserve\"",
    " xmlns=\""
  })
  void stringsAreReadAlikeOrRefused(byte[] xml) {
    Fuzzed.partInTwoEncodings("xl/sharedStrings.xml", xml);
  }
}
