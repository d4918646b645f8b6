package dev.ingest.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  private final Measurement measurement = new Measurement(Program.LIMIT);

  @Test
  void theFirstRunDoesNotCount() {
    measurement.add(run(5), true);
    measurement.add(run(1), false);
    measurement.add(run(3), false);

    assertThat(measurement.wallSeconds()).isEqualTo(2);
    assertThat(measurement.runs()).isEqualTo(2);
  }

  @Test
  void aSlowFirstRunIsTheOnlyOne() {
    measurement.add(run(30), true);

    assertThat(measurement.goesOn()).isFalse();
    assertThat(measurement.wallSeconds()).isEqualTo(30);
    assertThat(measurement.runs()).isEqualTo(1);
  }

  @Test
  void aProgramThatFailedHasNoFigures() {
    measurement.add(run(1), false);
    measurement.fail("wrong rows");

    assertThat(measurement.goesOn()).isFalse();
    assertThat(measurement.wallSeconds()).isNaN();
  }

  private static ChildRun run(double seconds) {
    return new ChildRun(0, seconds, "", "");
  }
}
