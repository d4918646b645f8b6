package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.ReadLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  /** Sizes of functions and their disks, in MiB; what of a file and its texts they hold. */
  @ParameterizedTest
  @CsvSource({
    "  128,   512, 16,   496,   335544",
    "  512,   512, 32,   496,  1342177",
    " 3008,   512, 32,   496,  7885291",
    "10240, 10240, 32,  2048,  8000000",
    "  128,    20, 16,    16,   335544",
    "    1,     0,  0,     0,     2621",
  })
  void theLargerTheFunctionTheMoreItHolds(
      long heap, long scratch, long memory, long file, int texts) {
    ReadLimits limits = Budget.of(heap << 20, scratch << 20, ReadLimits.defaults()).limits();

    assertThat(limits.spooledMemory() >> 20).isEqualTo(memory);
    assertThat(limits.sourceBytes() >> 20).isEqualTo(file);
    assertThat(limits.sharedStrings()).isEqualTo(texts);
  }

  @ParameterizedTest
  @CsvSource({"128, 512", "10240, 10240"})
  void whatAPipelineLimitsStaysSo(long heap, long scratch) {
    ReadLimits asked =
        ReadLimits.defaults()
            .withSourceBytes(1000)
            .withSpooledMemory(100)
            .withSharedStrings(10)
            .withRows(7);

    assertThat(Budget.of(heap << 20, scratch << 20, asked).limits()).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "100000, 0"})
  void theFunctionsSizeBoundsTheHeap(int memory, long ofMemory) {
    long heap = Budget.now(memory, ReadLimits.defaults()).heap();

    assertThat(heap >> 20)
        .isEqualTo(ofMemory == 0 ? Runtime.getRuntime().maxMemory() >> 20 : ofMemory);
  }
}
