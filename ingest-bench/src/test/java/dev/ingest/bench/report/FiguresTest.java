package dev.ingest.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void secondsHaveMilliseconds() {
    assertThat(Figures.seconds(0.25049)).isEqualTo("0.250");
  }

  @Test
  void ratiosHaveThreeDigitsOrSo() {
    assertThat(Figures.ratio(1.254)).isEqualTo("1.25");
    assertThat(Figures.ratio(12.54)).isEqualTo("12.5");
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    assertThat(Figures.seconds(Double.NaN)).isEqualTo("–");
    assertThat(Figures.ratio(Double.NaN)).isEqualTo("–");
    assertThat(Figures.ratio(1 / 0.0)).isEqualTo("–");
    assertThat(Figures.whole(Double.NaN)).isEqualTo("–");
  }
}
