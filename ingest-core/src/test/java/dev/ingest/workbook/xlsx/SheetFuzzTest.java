package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ingest.workbook.fuzz.Fuzzed;
import java.util.Arrays;

/** The bytes of a sheet: the fast reader tells what the thorough one tells, or refuses alike. */
class SheetFuzzTest {

  private static final SheetReaders READERS = new SheetReaders(Fuzzed.LIMITS);

  private static final int[] CHUNKS = {1, 7, 64, 1000, 1 << 16};

  /** The first byte chooses the size of a chunk. */
  @FuzzTest(maxDuration = Fuzzed.DURATION)
  @DictionaryEntries({
    "<worksheet>",
    "<sheetData>",
    "</sheetData></worksheet>",
    "<row r=\"1\">",
    "</row>",
    "<c r=\"A1\" s=\"1\" t=\"s\">",
    "<c t=\"inlineStr\"><is><t>",
    "</t></is></c>",
    "<v>",
    "</v></c>",
    "<f>",
    "</f>",
    " hidden=\"1\"",
    " xmlns=\"",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&#x41;",
    "&amp;",
    "_x000D_"
  })
  void bothReadersTellTheSame(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    byte[] xml = Arrays.copyOfRange(bytes, 1, bytes.length);
    int chunk = CHUNKS[(bytes[0] & 0xff) % CHUNKS.length];

    assertThat(cells(READERS.fast(xml, chunk, false))).isEqualTo(cells(READERS.thorough(xml)));
  }

  /** Of two damages each reader may meet another one first. */
  private static String cells(String told) {
    return told.startsWith(Fuzzed.REFUSED) ? Fuzzed.REFUSED : told;
  }
}
