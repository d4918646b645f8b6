package dev.ingest.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is printed of cells of every kind, whole. */
class CellExplanationTest {

  private static String text(String address) {
    return Explanations.text(
        "sales.xlsx", SalesWorkbook.bytes(), SalesWorkbook.SALES, address);
  }

  @Test
  void aNumber() {
    assertThat(text("B3"))
        .isEqualTo(
            """
            @@B3@@
            """);
  }

  @Test
  void aNumberThatIsNoInteger() {
    assertThat(text("B4"))
        .isEqualTo(
            """
            @@B4@@
            """);
  }

  @Test
  void textThatIsReadAsANumber() {
    assertThat(text("C4"))
        .isEqualTo(
            """
            @@C4@@
            """);
  }

  @Test
  void textThatFitsNoPattern() {
    assertThat(text("D6"))
        .isEqualTo(
            """
            @@D6@@
            """);
  }

  @Test
  void aLenientColumn() {
    assertThat(text("E4"))
        .isEqualTo(
            """
            @@E4@@
            """);
  }

  @Test
  void aCellInAMergedAreaThatIsFilled() {
    assertThat(text("A4"))
        .isEqualTo(
            """
            @@A4@@
            """);
  }

  @Test
  void textWhereANumberIsExpected() {
    assertThat(text("B5"))
        .isEqualTo(
            """
            @@B5@@
            """);
  }

  @Test
  void anErrorThatIsNull() {
    assertThat(text("C5"))
        .isEqualTo(
            """
            @@C5@@
            """);
  }

  @Test
  void anErrorThatIsAProblem() {
    assertThat(text("C6"))
        .isEqualTo(
            """
            @@C6@@
            """);
  }

  @Test
  void aNumberWithoutDateFormat() {
    assertThat(text("D5"))
        .isEqualTo(
            """
            @@D5@@
            """);
  }

  @Test
  void aFormulaWithoutValueInAHiddenRowThatIsFilteredOut() {
    assertThat(text("B7"))
        .isEqualTo(
            """
            @@B7@@
            """);
  }

  @Test
  void aValueThatBreaksARule() {
    assertThat(text("C8"))
        .isEqualTo(
            """
            @@C8@@
            """);
  }

  @Test
  void aDateWithTime() {
    assertThat(text("D8"))
        .isEqualTo(
            """
            @@D8@@
            """);
  }

  @Test
  void aRowThatIsNotStored() {
    assertThat(text("A9"))
        .isEqualTo(
            """
            @@A9@@
            """);
  }

  @Test
  void aRowThatARulePassesOver() {
    assertThat(text("A12"))
        .isEqualTo(
            """
            @@A12@@
            """);
  }

  @Test
  void aBlankCellThatIsRequired() {
    assertThat(text("B13"))
        .isEqualTo(
            """
            @@B13@@
            """);
  }

  @Test
  void aBooleanWhereANumberIsExpected() {
    assertThat(text("C13"))
        .isEqualTo(
            """
            @@C13@@
            """);
  }

  @Test
  void aHeader() {
    assertThat(text("B2"))
        .isEqualTo(
            """
            @@B2@@
            """);
  }

  @Test
  void aHeaderThatNobodyAskedFor() {
    assertThat(text("F2"))
        .isEqualTo(
            """
            @@F2@@
            """);
  }

  @Test
  void aCellOutsideOfTheColumns() {
    assertThat(text("F3"))
        .isEqualTo(
            """
            @@F3@@
            """);
  }

  @Test
  void aCellAboveTheHeader() {
    assertThat(text("A1"))
        .isEqualTo(
            """
            @@A1@@
            """);
  }

  @Test
  void aCellOfAnotherSheet() {
    assertThat(text("Notes!A1"))
        .isEqualTo(
            """
            @@Notes!A1@@
            """);
  }
}
