package dev.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.CellAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final CellAddress C4 = new CellAddress("data", 4, 3);

  @Test
  void aLineSaysWhereWhatAndWhatToTry() {
    assertThat(problem("value", "text \"oops\"", "enter a number").describe())
        .isEqualTo("data!C4 (value): expected a number, found text \"oops\"; enter a number");
    assertThat(problem("", "text", "").describe())
        .isEqualTo("data!C4: expected a number, found text");
    assertThat(Problem.ofFile(ProblemCode.EMPTY_RESULT, "expected rows, found none", "").describe())
        .isEqualTo("expected rows, found none");
  }

  @Test
  void whatTheCellStoresIsShortenedToOneLine() {
    Problem problem =
        new Problem(
            ProblemCode.NOT_A_NUMBER, C4, "value", "Value", "a\r\n" + "🙂".repeat(99), "", "");

    assertThat(problem.raw()).isEqualTo("a  " + "🙂".repeat(57) + "…");
  }

  @Test
  void theCodeSaysHowFarAProblemReaches() {
    assertThat(problem("value", "text", "").severity()).isEqualTo(Severity.ROW);
    assertThat(ProblemCode.HEADER_MISSING.severity()).isEqualTo(Severity.FILE);
  }

  @Test
  void aRefusalListsAllProblems() {
    RefusedFileException refusal =
        new RefusedFileException(List.of(problem("value", "text", ""), problem("", "a date", "")));

    assertThat(refusal)
        .hasMessage(
            """
            data!C4 (value): expected a number, found text
            data!C4: expected a number, found a date""");
    assertThat(refusal.problems()).hasSize(2);
  }

  private static Problem problem(String column, String found, String hint) {
    return new Problem(
        ProblemCode.NOT_A_NUMBER,
        C4,
        column,
        "Value",
        "",
        "expected a number, found " + found,
        hint);
  }
}
