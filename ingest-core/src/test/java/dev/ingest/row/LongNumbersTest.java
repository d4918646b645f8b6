package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.problem.Note;
import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadOptions;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which numbers a person is told of since Excel does not keep all of their digits. */
class LongNumbersTest {

  record Account(String number, @Lenient @Nullable Double balance) {}

  @Test
  void eachColumnIsToldOnceWithItsFirstCell() {
    assertThat(
            warnings(
                sheet()
                    .row("A-1", 5)
                    .row(number("1234567890123450"), number("1234567890123456"))
                    .row("A-3", number("-98765432109876543"))))
        .containsExactly(
            "data!A3 (number): a number of 16 digits; Excel keeps 15, the others may be lost: store identifiers as text",
            "data!B3 (balance): the first of 2 numbers of more than 15 digits; Excel keeps 15, the others may be lost: store identifiers as text");
  }

  @Test
  void roundNumbersAloneNeedNotAllDigits() {
    assertThat(warnings(sheet().row("A-1", number("2E15")).row("A-2", number("6.02214076E23"))))
        .isEmpty();
    assertThat(
            warnings(sheet().row("A-1", number("2E15")).row("A-2", number("1.23456789012345E15"))))
        .containsExactly(
            "data!B2 (balance): the first of 2 numbers of more than 15 digits; Excel keeps 15, the others may be lost: store identifiers as text");
  }

  @Test
  void onlyValuesOfAcceptedRowsCount() {
    assertThat(
            warnings(
                sheet()
                    .row("A-1", "1234567890123456")
                    .row(null, number("1234567890123456"))
                    .row("A-3", CellXml.styled("1234567890123456", 1))))
        .isEmpty();
  }

  /** Excel itself writes 17 digits of most fractions. */
  @Property
  void fractionsDoNotCount(@ForAll @DoubleRange(min = -1e9, max = 1e9) double fraction) {
    assertThat(LongNumbers.isLong(fraction)).isFalse();
  }

  @Property
  void integersDoFromTheSixteenthDigitOn(@ForAll @LongRange(min = 0, max = 1L << 53) long any) {
    assertThat(LongNumbers.isLong((double) any)).isEqualTo(Long.toString(any).length() > 15);
    assertThat(LongNumbers.isLong((double) -any)).isEqualTo(Long.toString(any).length() > 15);
  }

  private static WorkbookBuilder sheet() {
    return WorkbookBuilder.workbook().sheet("data").row("number", "balance");
  }

  private static CellXml number(String text) {
    return CellXml.of("<v>" + text + "</v>");
  }

  private static List<String> warnings(WorkbookBuilder sheet) {
    try (Workbook workbook =
            Workbook.open(WorkbookSource.of("a.xlsx", sheet.bytes()), ReadOptions.defaults());
        RowReader<Account> rows =
            RowReader.open(workbook.sheets().get(0), RowSchema.of(Account.class))) {
      rows.forEach(row -> {});
      return rows.longNumbers().stream().map(Note::message).toList();
    }
  }
}
