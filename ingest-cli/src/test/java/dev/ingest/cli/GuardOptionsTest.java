package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.load.LoadGuards;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Pipeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Guards of the command line go before those of the pipeline. */
class GuardOptionsTest {

  private static final LoadGuards OF_FILE = new LoadGuards(0.5, 0.4, Map.of("value", 0.3), 100);

  @Command
  static final class Guarded {
    @Mixin private final GuardOptions guards = new GuardOptions();
  }

  @Test
  void whereNothingIsSaidThoseOfThePipelineStand() {
    assertThat(guards()).isEqualTo(OF_FILE);
  }

  @Test
  void eachOptionWinsOverItsOwnGuard() {
    assertThat(guards("--max-shrink", "20%"))
        .isEqualTo(new LoadGuards(0.2, 0.4, Map.of("value", 0.3), 100));
    assertThat(guards("--max-null-share", "0.9"))
        .isEqualTo(new LoadGuards(0.5, 0.9, Map.of(), 100));
    assertThat(guards("--max-null-share", "value=5 %", "--max-null-share", "1"))
        .isEqualTo(new LoadGuards(0.5, 1.0, Map.of("value", 0.05), 100));
    assertThat(guards("--min-rows", "0"))
        .isEqualTo(new LoadGuards(0.5, 0.4, Map.of("value", 0.3), 0));
  }

  @Test
  void whatIsNoShareIsToldWithItsOption() {
    assertThatThrownBy(() -> guards("--max-null-share", "value=half"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--max-null-share: expected a share such as 20 % or 0.2, found \"half\"");
  }

  @Test
  void aColumnIsOneOfThePipeline() {
    assertThatThrownBy(() -> guards("--max-null-share", "valeu=0.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "schema: expected one of the columns [location, metric, value, date], found \"valeu\"");
  }

  private static LoadGuards guards(String... arguments) {
    Guarded guarded = new Guarded();
    new CommandLine(guarded).parseArgs(arguments);
    Pipeline<?> pipeline = MetricsPipeline.into(MetricsPipeline.TABLE).withGuards(OF_FILE);
    return guarded.guards.apply(pipeline).guards();
  }
}
