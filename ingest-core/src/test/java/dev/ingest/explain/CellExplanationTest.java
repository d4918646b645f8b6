package dev.ingest.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is printed of cells of every kind, whole. */
class CellExplanationTest {

  private static String text(String address) {
    return Explanations.text("sales.xlsx", SalesWorkbook.bytes(), SalesWorkbook.SALES, address);
  }

  @Test
  void aNumber() {
    assertThat(text("B3"))
        .isEqualTo(
            """
            cell      data!B3
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="B3"><v>17</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       17
            place     data, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            step 1    int: the number 17 -> 17
            value     17
            row       accepted
            """);
  }

  @Test
  void aNumberThatIsNoInteger() {
    assertThat(text("B4"))
        .isEqualTo(
            """
            cell      data!B4
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="B4"><v>18.5</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       18.5
            place     data, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            step 1    int: the number 18.5 -> NOT_AN_INTEGER, expected an integer, found the number 18.5
            problem   NOT_AN_INTEGER, data!B4 (customer): expected an integer, found the number 18.5
            row       rejected
            """);
  }

  @Test
  void textThatIsReadAsANumber() {
    assertThat(text("C4"))
        .isEqualTo(
            """
            cell      data!C4
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="C4" t="s"><v>9</v></c>
            string    <si><t>1.234,5</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       1.234,5
            place     data, pipeline sales
            column    amount: BigDecimal, nullable, "n/a" or "-" is null, #N/A is null, text written as in de-DE, at least 0
            header    "amount" at C2, exact
            step 1    #N/A is null: text "1.234,5" -> passed on, it is no error
            step 2    "n/a" or "-" is null: text "1.234,5" -> passed on, it is none
            step 3    written as in de-DE: text "1.234,5" -> 1234.5
            step 4    decimal: text "1.234,5" -> 1234.5
            step 5    rule at least 0: 1234.5 -> 1234.5
            value     1234.5
            row       rejected
                      NOT_AN_INTEGER, data!B4 (customer): expected an integer, found the number 18.5
            """);
  }

  @Test
  void textThatFitsNoPattern() {
    assertThat(text("D6"))
        .isEqualTo(
            """
            cell      data!D6
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="D6" t="s"><v>15</v></c>
            string    <si><t>1 February</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       1 February
            place     data, pipeline sales
            column    day: LocalDate, text as "dd.MM.yyyy" or "d/M/uuuu"
            header    "day" at D2, exact
            step 1    ISO 8601: text "1 February" -> passed on, it is not written so
            step 2    pattern dd.MM.yyyy: text "1 February" -> passed on, it is not written so
            step 3    pattern d/M/uuuu: text "1 February" -> passed on, it is not written so
            step 4    date: text "1 February" -> NOT_A_DATE, expected a date, or text like "01.02.2020", found text "1 February"
            problem   NOT_A_DATE, data!D6 (day): expected a date, or text like "01.02.2020", found text "1 February"; enter it as a date, or as text like 2020-02-01
            row       rejected
                      CELL_ERROR, data!C6 (amount): expected a number, or text like "1.234,5", found the error #REF!; mend the formula, or declare what the error means for this column
            """);
  }

  @Test
  void aLenientColumn() {
    assertThat(text("E4"))
        .isEqualTo(
            """
            cell      data!E4
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="E4" t="s"><v>11</v></c>
            string    <si><t>much too long</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       much too long
            place     data, pipeline sales
            column    note: String, nullable, at most 5 characters, lenient
            header    "note" at E2, exact
            step 1    text of at most 5 characters: text "much too long" -> TEXT_TOO_LONG, expected text of at most 5 characters, found text "much too long", which is 13 characters
            step 2    lenient: TEXT_TOO_LONG -> null, TEXT_TOO_LONG
            null      TEXT_TOO_LONG
            row       rejected
                      NOT_AN_INTEGER, data!B4 (customer): expected an integer, found the number 18.5
            """);
  }

  @Test
  void aCellInAMergedAreaThatIsFilled() {
    assertThat(text("A4"))
        .isEqualTo(
            """
            cell      data!A4
            file      sales.xlsx, xlsx
            kind      blank
            note      the file stores nothing in this cell
            note      it lies in the merged area data!A3:A4, which shows the value of data!A3
            note      the column fills merged areas: what is decoded is the area's first cell
            place     data, pipeline sales
            column    city: String, merged cells filled
            header    "city" at A2, exact
            step 1    text: text "Paris" -> "Paris"
            value     "Paris"
            row       rejected
                      NOT_AN_INTEGER, data!B4 (customer): expected an integer, found the number 18.5
            """);
  }

  @Test
  void textWhereANumberIsExpected() {
    assertThat(text("B5"))
        .isEqualTo(
            """
            cell      data!B5
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="B5" t="s"><v>13</v></c>
            string    <si><t>A-3</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       A-3
            place     data, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            step 1    int: text "A-3" -> NOT_A_NUMBER, expected a number, found text "A-3"
            problem   NOT_A_NUMBER, data!B5 (customer): expected a number, found text "A-3"
            row       rejected
            """);
  }

  @Test
  void anErrorThatIsNull() {
    assertThat(text("C5"))
        .isEqualTo(
            """
            cell      data!C5
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="C5" t="e"><v>#N/A</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      error
            raw       #N/A
            place     data, pipeline sales
            column    amount: BigDecimal, nullable, "n/a" or "-" is null, #N/A is null, text written as in de-DE, at least 0
            header    "amount" at C2, exact
            step 1    #N/A is null: the error #N/A -> null, #N/A
            null      #N/A
            row       rejected
                      NOT_A_NUMBER, data!B5 (customer): expected a number, found text "A-3"
            """);
  }

  @Test
  void anErrorThatIsAProblem() {
    assertThat(text("C6"))
        .isEqualTo(
            """
            cell      data!C6
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="C6" t="e"><v>#REF!</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      error
            raw       #REF!
            place     data, pipeline sales
            column    amount: BigDecimal, nullable, "n/a" or "-" is null, #N/A is null, text written as in de-DE, at least 0
            header    "amount" at C2, exact
            step 1    #N/A is null: the error #REF! -> passed on, it is another error
            step 2    "n/a" or "-" is null: the error #REF! -> passed on, it is none
            step 3    decimal: the error #REF! -> CELL_ERROR, expected a number, or text like "1.234,5", found the error #REF!
            problem   CELL_ERROR, data!C6 (amount): expected a number, or text like "1.234,5", found the error #REF!; mend the formula, or declare what the error means for this column
            row       rejected
                      NOT_A_DATE, data!D6 (day): expected a date, or text like "01.02.2020", found text "1 February"; enter it as a date, or as text like 2020-02-01
            """);
  }

  @Test
  void aNumberWithoutDateFormat() {
    assertThat(text("D5"))
        .isEqualTo(
            """
            cell      data!D5
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="D5"><v>43862</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       43862
            note      a number without a date format was taken for a serial
            place     data, pipeline sales
            column    day: LocalDate, text as "dd.MM.yyyy" or "d/M/uuuu"
            header    "day" at D2, exact
            step 1    date: the number 43862 -> 2020-02-01
            value     2020-02-01
            row       rejected
                      NOT_A_NUMBER, data!B5 (customer): expected a number, found text "A-3"
            """);
  }

  @Test
  void aFormulaWithoutValueInAHiddenRowThatIsFilteredOut() {
    assertThat(text("B7"))
        .isEqualTo(
            """
            cell      data!B7
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="B7"><f>B3*2</f></c>
            style     0, number format 0 (built in), General
            format    number
            kind      formula without a value
            raw       B3*2
            note      row 7 is hidden
            place     data, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            step 1    int: a formula that was saved without a value -> UNCALCULATED, expected a number, found a formula that was saved without a value
            problem   UNCALCULATED, data!B7 (customer): expected a number, found a formula that was saved without a value; open the workbook in Excel and save it, so that the formula is calculated
            row       filtered by "same day as the first row", so that its cells do not count
            """);
  }

  @Test
  void aValueThatBreaksARule() {
    assertThat(text("C8"))
        .isEqualTo(
            """
            cell      data!C8
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="C8"><v>-3</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       -3
            place     data, pipeline sales
            column    amount: BigDecimal, nullable, "n/a" or "-" is null, #N/A is null, text written as in de-DE, at least 0
            header    "amount" at C2, exact
            step 1    #N/A is null: the number -3 -> passed on, it is no error
            step 2    "n/a" or "-" is null: the number -3 -> passed on, it is none
            step 3    decimal: the number -3 -> -3
            step 4    rule at least 0: -3 -> BELOW_MINIMUM, expected a value of at least 0, found the number -3
            problem   BELOW_MINIMUM, data!C8 (amount): expected a value of at least 0, found the number -3
            row       rejected
                      TIME_IN_DATE, data!D8 (day): expected a date, or text like "01.02.2020", found the date with time 2020-02-01T07:00; take the time off, or declare the column a date with time
            """);
  }

  @Test
  void aDateWithTime() {
    assertThat(text("D8"))
        .isEqualTo(
            """
            cell      data!D8
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="D8" s="2"><v>43862.291666666664</v></c>
            style     2, number format 165, yyyy\\-mm\\-dd\\ hh:mm:ss
            format    date
            kind      date
            raw       43862.291666666664
            date      2020-02-01T07:00
            place     data, pipeline sales
            column    day: LocalDate, text as "dd.MM.yyyy" or "d/M/uuuu"
            header    "day" at D2, exact
            step 1    date: the date 43862.291666666664 -> TIME_IN_DATE, expected a date, or text like "01.02.2020", found the date with time 2020-02-01T07:00
            problem   TIME_IN_DATE, data!D8 (day): expected a date, or text like "01.02.2020", found the date with time 2020-02-01T07:00; take the time off, or declare the column a date with time
            row       rejected
                      BELOW_MINIMUM, data!C8 (amount): expected a value of at least 0, found the number -3
            """);
  }

  @Test
  void aRowThatIsNotStored() {
    assertThat(text("A9"))
        .isEqualTo(
            """
            cell      data!A9
            file      sales.xlsx, xlsx
            kind      blank
            note      the file stores no row 9, or nothing in it
            place     data, pipeline sales
            column    city: String, merged cells filled
            header    "city" at A2, exact
            row       no row of the table
            """);
  }

  @Test
  void aRowThatARulePassesOver() {
    assertThat(text("A12"))
        .isEqualTo(
            """
            cell      data!A12
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="A12" t="s"><v>18</v></c>
            string    <si><t>Total</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       Total
            place     data, pipeline sales
            column    city: String, merged cells filled
            header    "city" at A2, exact
            step 1    text: text "Total" -> "Total"
            value     "Total"
            row       skipped by "totals", so that its cells do not count
            """);
  }

  @Test
  void aBlankCellThatIsRequired() {
    assertThat(text("B13"))
        .isEqualTo(
            """
            cell      data!B13
            file      sales.xlsx, xlsx
            kind      blank
            note      the file stores nothing in this cell
            place     data, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            problem   REQUIRED, data!B13 (customer): expected a value, found a blank cell; fill the cell, or declare the column nullable
            row       rejected
                      NOT_A_NUMBER, data!C13 (amount): expected a number, or text like "1.234,5", found the boolean TRUE
            """);
  }

  @Test
  void aBooleanWhereANumberIsExpected() {
    assertThat(text("C13"))
        .isEqualTo(
            """
            cell      data!C13
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="C13" t="b"><v>1</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      boolean
            raw       TRUE
            place     data, pipeline sales
            column    amount: BigDecimal, nullable, "n/a" or "-" is null, #N/A is null, text written as in de-DE, at least 0
            header    "amount" at C2, exact
            step 1    #N/A is null: the boolean TRUE -> passed on, it is no error
            step 2    "n/a" or "-" is null: the boolean TRUE -> passed on, it is none
            step 3    decimal: the boolean TRUE -> NOT_A_NUMBER, expected a number, or text like "1.234,5", found the boolean TRUE
            problem   NOT_A_NUMBER, data!C13 (amount): expected a number, or text like "1.234,5", found the boolean TRUE
            row       rejected
                      REQUIRED, data!B13 (customer): expected a value, found a blank cell; fill the cell, or declare the column nullable
            """);
  }

  @Test
  void aHeader() {
    assertThat(text("B2"))
        .isEqualTo(
            """
            cell      data!B2
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="B2" t="s"><v>2</v></c>
            string    <si><t xml:space="preserve"> customer</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw        customer
            place     header, pipeline sales
            column    customer: Integer, header "Customer", or "customer no."
            header    " customer" at B2, normalised
            row       no row of the table
            """);
  }

  @Test
  void aHeaderThatNobodyAskedFor() {
    assertThat(text("F2"))
        .isEqualTo(
            """
            cell      data!F2
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="F2" t="s"><v>6</v></c>
            string    <si><t>extra</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       extra
            note      no column asks for this header
            place     header, pipeline sales
            row       no row of the table
            """);
  }

  @Test
  void aCellOutsideOfTheColumns() {
    assertThat(text("F3"))
        .isEqualTo(
            """
            cell      data!F3
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="F3"><v>1</v></c>
            style     0, number format 0 (built in), General
            format    number
            kind      number
            raw       1
            place     outside the columns, pipeline sales
            row       accepted
            """);
  }

  @Test
  void aCellAboveTheHeader() {
    assertThat(text("A1"))
        .isEqualTo(
            """
            cell      data!A1
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet1.xml
                      <c r="A1" t="s"><v>0</v></c>
            string    <si><t>Sales of February</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       Sales of February
            note      the header is row 2
            place     above the header, pipeline sales
            column    city: String, merged cells filled
            header    "city" at A2, exact
            row       no row of the table
            """);
  }

  @Test
  void aCellOfAnotherSheet() {
    assertThat(text("Notes!A1"))
        .isEqualTo(
            """
            cell      Notes!A1
            file      sales.xlsx, xlsx
            stored    xl/worksheets/sheet2.xml
                      <c r="A1" t="s"><v>20</v></c>
            string    <si><t>seen</t></si>
            style     0, number format 0 (built in), General
            format    number
            kind      text
            raw       seen
            note      the sheet is hidden
            note      the pipeline reads the sheet "data"
            place     on another sheet, pipeline sales
            row       no row of the table
            """);
  }
}
