package dev.ingest.workbook.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A sound zip with bytes overwritten: the cells stay what they are, or the file is refused. */
class ZipFuzzTest {

  private static final byte[] SOUND = Fuzzed.workbook().bytes();

  /** Each three bytes are a position, counted from the end, and what is written there. */
  @FuzzTest(maxDuration = Fuzzed.DURATION)
  void aZipThatIsOverwrittenIsReadRightOrRefused(byte[] edits) {
    byte[] zip = SOUND.clone();
    for (int i = 0; i + 2 < edits.length; i += 3) {
      int fromEnd = (edits[i] & 0xff) << 8 | edits[i + 1] & 0xff;
      zip[zip.length - 1 - fromEnd % zip.length] = edits[i + 2];
    }

    assertThat(Fuzzed.read(zip)).isIn(Fuzzed.read(SOUND), Fuzzed.REFUSED);
  }
}
