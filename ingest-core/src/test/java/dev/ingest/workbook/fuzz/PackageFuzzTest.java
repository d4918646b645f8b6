package dev.ingest.workbook.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** The parts that say which parts there are. */
class PackageFuzzTest {

  private static final String[] PARTS = {
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"
  };

  /** The first byte chooses the part. */
  @FuzzTest(maxDuration = Fuzzed.DURATION)
  @DictionaryEntries({
    "<workbook>",
    "<workbookPr date1904=\"1\"/>",
    "<sheet name=\"data\" r:id=\"rId1\"/>",
    "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>",
    "officeDocument",
    "sharedStrings",
    "styles",
    " TargetMode=\"External\"",
    "../",
    " state=\"hidden\""
  })
  void partsAreFoundAlikeOrRefused(byte[] bytes) {
    if (bytes.length > 0) {
      byte[] xml = Arrays.copyOfRange(bytes, 1, bytes.length);
      Fuzzed.partInTwoEncodings(PARTS[(bytes[0] & 0xff) % PARTS.length], xml);
    }
  }
}
