package dev.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RejectBudgetTest {

  @Test
  void aNumberIsANumber() {
    assertThat(RejectBudget.of(2).passedBy(2, 0)).isEmpty();
    assertThat(RejectBudget.of(2).passedBy(3, 1000))
        .contains("expected at most 2 rejected rows, found 3");
    assertThat(RejectBudget.none().passedBy(0, 0)).isEmpty();
    assertThat(RejectBudget.unlimited().passedBy(Long.MAX_VALUE, 0)).isEmpty();
  }

  @Test
  void aShareIsOneOfTheRowsThatWereWanted() {
    assertThat(RejectBudget.ofShare(0.05).passedBy(5, 95)).isEmpty();
    assertThat(RejectBudget.ofShare(0.05).passedBy(6, 94))
        .contains("expected at most 5 % of the rows rejected, found 6 of 100, which is 6 %");
    assertThat(RejectBudget.ofShare(0.29).passedBy(29, 71)).as("29 are 0.29 of 100").isEmpty();
    assertThat(RejectBudget.ofShare(0.0125).passedBy(2, 1))
        .contains("expected at most 1.25 % of the rows rejected, found 2 of 3, which is 66.67 %");
    assertThat(RejectBudget.ofShare(0).passedBy(0, 0)).isEmpty();
    assertThat(RejectBudget.ofShare(0).passedBy(1, 9))
        .contains("expected at most 0 % of the rows rejected, found 1 of 10, which is 10 %");
    assertThat(RejectBudget.ofShare(1).passedBy(9, 0)).isEmpty();
  }

  @Test
  void bothBoundsHold() {
    RejectBudget both = RejectBudget.of(2).withShare(0.5);

    assertThat(both.passedBy(2, 2)).isEmpty();
    assertThat(both.passedBy(3, 97)).contains("expected at most 2 rejected rows, found 3");
    assertThat(both.passedBy(2, 1))
        .contains("expected at most 50 % of the rows rejected, found 2 of 3, which is 66.67 %");
  }

  @Test
  void whatIsNoBoundIsRefused() {
    assertThatThrownBy(() -> RejectBudget.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rejects: expected a number from 0 on, found -1");
    assertThatThrownBy(() -> RejectBudget.ofShare(20))
        .hasMessage("rejects: expected a share from 0 to 1, found 20.0");
    assertThatThrownBy(() -> RejectBudget.ofShare(Double.NaN))
        .hasMessage("rejects: expected a share from 0 to 1, found NaN");
  }
}
