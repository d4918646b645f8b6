package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.simulation.Flaw;
import dev.ingest.testkit.simulation.LoadSimulation;
import dev.ingest.testkit.simulation.Schedule;
import dev.ingest.testkit.simulation.ScheduleSample;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A sample of the schedules that run in memory as a whole, on real databases: every step with every
 * fault. The sessions are the loaders' own; the faults come between their steps. What happens when
 * the wire breaks within one, {@link TargetFaultsTest} shows, and its like for PostgreSQL.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TargetSimulationTest {

  private final long seed = ScheduleSample.seed();
  private final ScheduleSample sample = new ScheduleSample(seed, SimulatedTarget.TABLE);

  TargetSimulationTest() {
    System.out.println("seed of the schedules (-Dsimulation.seed): " + seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDSHIFT"})
  void whateverGoesWrongAtAnyStep(LoadTarget.Kind kind) throws Exception {
    try (SimulatedTarget table = new SimulatedTarget(kind)) {
      int steps = steps(table);
      assertThat(steps).isGreaterThan(15);

      for (Schedule schedule : sample.everyFault(1, steps)) {
        LoadSimulation simulation = new LoadSimulation(table.emptied(), Flaw.NONE, schedule);
        simulation.run();

        assertThat(simulation.hasStruck()).as("%s", schedule).isTrue();
        assertThat(simulation.verdict()).as("%s, seed %s", schedule, seed).isNull();
      }
    }
  }

  /** The one differs from PostgreSQL in a step, of the other each step is a batch or many. */
  @ParameterizedTest
  @EnumSource(names = {"RDS", "DATA_API"})
  void eachFaultAtAStepByChance(LoadTarget.Kind kind) throws Exception {
    try (SimulatedTarget table = new SimulatedTarget(kind)) {
      for (Schedule schedule : sample.everyKind(steps(table))) {
        LoadSimulation simulation = new LoadSimulation(table.emptied(), Flaw.NONE, schedule);
        simulation.run();

        assertThat(simulation.verdict()).as("%s, seed %s", schedule, seed).isNull();
      }
    }
  }

  /** The last steps are those at which each of the parts matters. */
  @ParameterizedTest
  @CsvSource({
    "POSTGRES, NO_LEDGER",
    "POSTGRES, SPLIT_TRANSACTION",
    "POSTGRES, NO_LOCK",
    "REDSHIFT, NO_LEDGER",
    "REDSHIFT, SPLIT_TRANSACTION"
  })
  void aDatabaseThatLacksAPartIsFoundOut(LoadTarget.Kind kind, Flaw flaw) throws Exception {
    assertThat(firstWrong(kind, flaw)).as("seed %s", seed).isNotNull();
  }

  /**
   * Its transactions are serializable: of two that did not wait, one is refused and comes again.
   */
  @Test
  void redshiftHoldsEvenWithoutTheLock() throws Exception {
    assertThat(firstWrong(LoadTarget.Kind.REDSHIFT, Flaw.NO_LOCK)).as("seed %s", seed).isNull();
  }

  private int steps(SimulatedTarget table) {
    LoadSimulation calm = new LoadSimulation(table.emptied(), Flaw.NONE, sample.calm());
    int steps = calm.run();
    assertThat(calm.verdict()).isNull();
    return steps;
  }

  private @Nullable String firstWrong(LoadTarget.Kind kind, Flaw flaw) throws SQLException {
    try (SimulatedTarget table = new SimulatedTarget(kind)) {
      int steps = steps(table);
      for (Schedule schedule : sample.everyFault(steps - 2, steps)) {
        LoadSimulation simulation = new LoadSimulation(table.emptied(), flaw, schedule);
        simulation.run();
        String wrong = simulation.verdict();
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }
}
