package dev.ingest.workbook.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes at all, of any format: a workbook, or a refusal. */
class BytesFuzzTest {

  @FuzzTest(maxDuration = Fuzzed.DURATION)
  void anyBytesAreReadOrRefused(byte[] bytes) {
    Fuzzed.read(bytes);
  }
}
