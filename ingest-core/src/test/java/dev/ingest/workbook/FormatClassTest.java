package dev.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.part.NumberFormats;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What number formats show a number as. */
class FormatClassTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General | NUMBER",
        "0.00 | NUMBER",
        "#,##0.00 [$€-407] | NUMBER",
        "0%;[Red]-0% | NUMBER",
        "0;yyyy | NUMBER",
        "yyyy\\-mm\\-dd | DATE",
        "mmm-yy | DATE",
        "mmmm | DATE",
        "m/d/yy h:mm | DATE",
        "h:mm AM/PM | TIME",
        "mm:ss.0 | TIME",
        "[h]:mm:ss | DURATION",
        "[mm]:ss | DURATION",
        "d \"days\" [h]:mm | DATE",
        "\"day\" 0 | NUMBER",
        "@ | TEXT"
      })
  void aCodeHasAClass(String code, FormatClass expected) {
    assertThat(FormatClass.of(code)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, NUMBER",
    "9, NUMBER",
    "14, DATE",
    "20, TIME",
    "22, DATE",
    "31, DATE",
    "46, DURATION",
    "47, TIME",
    "49, TEXT",
    "5000, NUMBER"
  })
  void aBuiltInFormatHasAClass(int id, FormatClass expected) {
    assertThat(CellStyle.of(3, id, null).formatClass()).isEqualTo(expected);
  }

  @Test
  void builtInFormatsAreDatesWhereTheReaderTakesThemForDates() {
    for (int id = 0; id < 200; id++) {
      assertThat(CellStyle.of(0, id, null).formatClass().isDate())
          .as("format %s", id)
          .isEqualTo(NumberFormats.isBuiltInDate(id));
    }
  }

  @Property
  void aCodeIsADateWhereTheReaderTakesItForOne(@ForAll("codes") String code) {
    assertThat(FormatClass.of(code).isDate()).isEqualTo(NumberFormats.isDate(code));
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of(
            "y", "m", "d", "h", "s", "[", "]", "\"", ";", "\\", "_", "*", "General", "0", "#", "@",
            "[hh]", "S")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
