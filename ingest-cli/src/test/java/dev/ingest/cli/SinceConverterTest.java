package dev.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SinceConverterTest {

  private final SinceConverter since =
      new SinceConverter(Clock.fixed(Instant.parse("2020-03-01T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "2020-02-01, 2020-02-01T00:00:00Z",
    "2020-02-01T10:15, 2020-02-01T10:15:00Z",
    "2020-02-01T10:15:30Z, 2020-02-01T10:15:30Z",
    "2020-02-01T10:15:30+02:00, 2020-02-01T08:15:30Z",
    "2020-02-01T10:15-05:00, 2020-02-01T15:15:00Z",
    "90m, 2020-03-01T10:30:00Z",
    "12h, 2020-03-01T00:00:00Z",
    "7d, 2020-02-23T12:00:00Z"
  })
  void aMoment(String text, Instant moment) {
    assertThat(since.convert(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d", "yesterday", "2020-02-30", "1.5h", "7w", "99999999999999999d"})
  void whatIsNone(String text) {
    assertThatThrownBy(() -> since.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "expected a day (2020-02-01), a time (2020-02-01T10:15, in UTC) or how long ago (90m, 12h, 7d), found \"%s\""
                .formatted(text));
  }

  @Test
  void aWidthIsANumberOfColumnsOrNone() {
    assertThat(TerminalWidth.number("80")).isEqualTo(80);
    assertThat(TerminalWidth.number("0")).isEqualTo(TerminalWidth.UNLIMITED);
    assertThat(TerminalWidth.number("")).isEqualTo(TerminalWidth.UNLIMITED);
  }
}
