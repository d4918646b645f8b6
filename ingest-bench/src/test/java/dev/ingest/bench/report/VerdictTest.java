package dev.ingest.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void saysWhatWasAskedAndFound() {
    List<Verdict> verdicts =
        List.of(
            Verdict.atMost("max_10pct ÷ limit", 1.3, 1.25),
            Verdict.atLeast("POI ÷ ours", 10, 9.96),
            Verdict.atMost("heap", "MiB", 16, 24));

    assertThat(Verdict.table(verdicts))
        .hasToString(
            """
            | goal | asked | found | verdict |
            |---|---:|---:|---:|
            | max_10pct ÷ limit | ≤ 1.30 × | 1.25 × | met |
            | POI ÷ ours | ≥ 10.0 × | 9.96 × | **not met** |
            | heap | ≤ 16 MiB | 24 MiB | **not met** |
            """);
  }

  @Test
  void whatWasNotMeasuredIsNotMet() {
    assertThat(Verdict.atMost("goal", 1.3, Double.NaN).met()).isFalse();
    assertThat(Verdict.atLeast("goal", 1.3, Double.NaN).met()).isFalse();
  }
}
