package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSystemTest {

  @ParameterizedTest
  @CsvSource({
    "BASE_1900, 0,                  1899-12-31T00:00",
    "BASE_1900, 0.5,                1899-12-31T12:00",
    "BASE_1900, 1,                  1900-01-01T00:00",
    "BASE_1900, 59,                 1900-02-28T00:00",
    "BASE_1900, 59.75,              1900-02-28T18:00",
    "BASE_1900, 61,                 1900-03-01T00:00",
    "BASE_1900, 43862,              2020-02-01T00:00",
    "BASE_1900, 43862.25,           2020-02-01T06:00",
    "BASE_1900, 2958465,            9999-12-31T00:00",
    "BASE_1900, 2958465.999,        9999-12-31T23:58:33.600",
    "BASE_1904, 0,                  1904-01-01T00:00",
    "BASE_1904, 1,                  1904-01-02T00:00",
    "BASE_1904, 60,                 1904-03-01T00:00",
    "BASE_1904, 42400,              2020-02-01T00:00",
    "BASE_1904, 2957003,            9999-12-31T00:00",
  })
  void aSerialIsADay(DateSystem system, double serial, LocalDateTime at) {
    assertThat(system.dateTime(serial)).isEqualTo(at);
    assertThat(system.serial(at)).isEqualTo(serial);
  }

  @ParameterizedTest
  @CsvSource({
    "43862.791666666664, 2020-02-01T19:00",
    "43862.79166666666,  2020-02-01T19:00",
    "43862.7916666666,   2020-02-01T19:00",
    "43861.99999999999,  2020-02-01T00:00",
    "43862.000011574074, 2020-02-01T00:00:01",
    "0.041666666666667,  1899-12-31T01:00",
    "43862.00000000579,  2020-02-01T00:00:00.001",
    "43862.00000000578,  2020-02-01T00:00",
  })
  void aTimeIsRoundedToTheMillisecond(double serial, LocalDateTime at) {
    assertThat(DateSystem.BASE_1900.dateTime(serial)).isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({
    "BASE_1900, -1,           serial -1 is outside the dates of a workbook",
    "BASE_1900, -0.5,         serial -0.5 is outside the dates of a workbook",
    "BASE_1900, 2958466,      serial 2958466 is outside the dates of a workbook",
    "BASE_1900, 2958465.9999999999, serial 2958466 is outside the dates of a workbook",
    "BASE_1900, 1e20,         serial 100000000000000000000 is outside the dates of a workbook",
    "BASE_1900, NaN,          serial NaN is outside the dates of a workbook",
    "BASE_1900, Infinity,     serial Infinity is outside the dates of a workbook",
    "BASE_1904, -1,           serial -1 is outside the dates of a workbook",
    "BASE_1904, 2957004,      serial 2957004 is outside the dates of a workbook",
    "BASE_1900, 60,           'serial 60 is 1900-02-29, a day that never was'",
    "BASE_1900, 60.5,         'serial 60 is 1900-02-29, a day that never was'",
    "BASE_1900, 59.9999999999, 'serial 60 is 1900-02-29, a day that never was'",
  })
  void aSerialWithoutADayIsRefused(DateSystem system, double serial, String message) {
    assertThatThrownBy(() -> system.dateTime(serial))
        .isInstanceOf(DateTimeException.class)
        .hasMessage(message);
  }

  @Test
  void theLastMillisecondDoesNotRoundIntoAYearPastTheLast() {
    assertThatThrownBy(() -> DateSystem.BASE_1900.dateTime(2958465.999999999))
        .hasMessage("serial 2958465.999999999 is outside the dates of a workbook");
  }
}
