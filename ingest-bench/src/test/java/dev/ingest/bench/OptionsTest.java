package dev.ingest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutArgumentsEverythingRunsNineTimes() {
    assertThat(Options.parse())
        .isEqualTo(new Options(9, true, true, List.of(), EnumSet.allOf(Part.class)));
  }

  @Test
  void laterArgumentsChangeWhatQuickSaid() {
    assertThat(
            Options.parse(
                "--quick",
                "--runs",
                "5",
                "--only",
                "wide,max_all",
                "--no-peers",
                "--parts",
                "cold"))
        .isEqualTo(new Options(5, false, false, List.of("wide", "max_all"), Set.of(Part.COLD)));
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThatThrownBy(() -> Options.parse("--fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown option --fast");
  }

  @Test
  void aMissingValueIsRefused() {
    assertThatThrownBy(() -> Options.parse("--runs"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--runs: expected a value, found none");
  }

  @Test
  void onlyTheNamedWorkbooksAreTimed() {
    Options options = Options.parse("--only", "wide");

    assertThat(options.includes("wide")).isTrue();
    assertThat(options.includes("max_all")).isFalse();
  }
}
