package dev.ingest.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUsageTest {

  private static final String STAT =
      "4711 (java (x)) R 1 4711 4711 0 -1 4194560 7000 0 3 0 123 17 0 0 20 0 19 0 99 3400000 9000\n";

  @Test
  void readsProcessorTimeAndPeakOffWhatLinuxPrints() {
    String printed = "hello, world\n" + STAT + "Name:\tjava\nVmHWM:\t   36864 kB\nVmRSS:\t 10 kB\n";

    assertThat(ProcessUsage.in(printed)).contains(new ProcessUsage(1.40, 36.0));
  }

  @Test
  void isAbsentWhereTheSystemDoesNotSay() {
    assertThat(ProcessUsage.in("hello, world\n")).isEmpty();
  }
}
