package dev.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.problem.Surroundings.Neighbour;
import dev.ingest.workbook.CellAddress;
import dev.ingest.workbook.CellKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskingTest {

  private static final CellAddress C4 = new CellAddress("data", 4, 3);
  private static final byte[] KEY = new byte[32];
  private static final Masking CUSTOMER = Masking.of(Set.of("customer")).withKey(KEY);

  @Test
  void lengthAndHashStay() {
    Problem shown = CUSTOMER.show(problem("customer", "A-23"), Set.of(3));

    assertThat(shown.raw()).isEqualTo("***** (4 characters, hash 125675)");
    assertThat(shown.describe())
        .isEqualTo(
            "data!C4 (customer): expected a number, found ***** (4 characters, hash 125675); enter digits");
  }

  @Test
  void equalValuesOfARunHaveOneHash() {
    Masking run = Masking.of(Set.of("customer", "payer")).forRun();

    assertThat(run.show("customer", "4711"))
        .isEqualTo(run.show("payer", "4711"))
        .isEqualTo(run.and(Set.of("more")).show("more", "4711"))
        .isNotEqualTo(run.show("customer", "4712"));
  }

  /** Chance alone finds one of ten thousand in one of seventeen hundred attempts. */
  @Test
  void whoTriesAllPinsFindsNone() {
    Masking pins = Masking.of(Set.of("pin"));
    Masking run = pins.forRun();
    for (Masking attempt : List.of(pins, pins.forRun(), pins.withKey(KEY))) {
      long found =
          IntStream.range(0, 10_000)
              .mapToObj(pin -> Integer.toString(10_000 + pin).substring(1))
              .filter(pin -> attempt.show("pin", pin).equals(run.show("pin", pin)))
              .count();

      assertThat(found).isLessThan(3);
    }
  }

  @Test
  void aKeyOfOnesOwnMakesRunsComparable() {
    Masking given = Masking.none().withKey(KEY).and(Set.of("pin"));

    assertThat(given.forRun().show("pin", "4711"))
        .isEqualTo(given.forRun().show("pin", "4711"))
        .isEqualTo("***** (4 characters, hash cf2747)");
    assertThatThrownBy(() -> given.withKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("masking: expected a key of 32 bytes or more, found 31; draw random ones");
  }

  @Test
  void otherColumnsAreShown() {
    Problem problem = problem("amount", "A-23");

    assertThat(CUSTOMER.show(problem, Set.of(9))).isEqualTo(problem);
    assertThat(Masking.none().show(problem, Set.of())).isSameAs(problem);
  }

  @Test
  void sensitiveCellsBesideAnotherAreHidden() {
    Surroundings around =
        new Surroundings(
            CellKind.TEXT,
            4,
            List.of(
                new Neighbour(2, "Customer", CellKind.TEXT, "A-23"),
                new Neighbour(3, "Amount", CellKind.TEXT, "much")));
    Problem problem = problem("amount", "much").withAround(around);

    assertThat(CUSTOMER.show(problem, Set.of(2)).around())
        .isEqualTo(
            new Surroundings(
                CellKind.TEXT,
                4,
                List.of(
                    new Neighbour(2, "Customer", CellKind.TEXT, "*****"),
                    new Neighbour(3, "Amount", CellKind.TEXT, "much"))));
  }

  /** Its words are the constructor's own, and may quote any value of the row. */
  @Test
  void whatARecordSaysIsHidden() {
    Problem refused =
        new Problem(ProblemCode.ROW_REFUSED, C4, "amount", "Amount", "", "A-23 owes too much", "");

    assertThat(CUSTOMER.show(refused, Set.of(2)).message())
        .isEqualTo("expected other values, found hidden ones");
  }

  @Test
  void aBlankCellHasNothingToHide() {
    Problem blank =
        new Problem(
            ProblemCode.REQUIRED,
            C4,
            "customer",
            "C",
            "",
            "expected a value, found a blank cell",
            "");

    assertThat(CUSTOMER.show(blank, Set.of(3))).isEqualTo(blank);
  }

  @Property
  void aSensitiveValueIsNowhere(@ForAll @AlphaChars @StringLength(min = 4, max = 50) String value) {
    Assume.that(!"expected a number, found characters, hash enter digits".contains(value));

    assertThat(CUSTOMER.show(problem("customer", value), Set.of(3)).describe())
        .doesNotContain(value);
  }

  private static Problem problem(String column, String raw) {
    return new Problem(
        ProblemCode.NOT_A_NUMBER,
        C4,
        column,
        "Header",
        raw,
        "expected a number, found text \"" + raw + "\"",
        "enter digits");
  }
}
