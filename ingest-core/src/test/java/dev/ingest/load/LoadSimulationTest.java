package dev.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadSimulation.Fault;
import dev.ingest.load.LoadSimulation.Kind;
import dev.ingest.load.ModelDatabase.Flaw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All schedules of up to four deliveries of three versions of one object and another object of the
 * same partition, each with every fault at every step.
 */
class LoadSimulationTest {

  private static final TableName TABLE = TableName.parse("lines");
  private static final LoadPlan REPLACE = LoadPlan.into(TABLE).replacePartition("partition");
  private static final LoadPlan APPEND = LoadPlan.into(TABLE).append();

  @ParameterizedTest(name = "as a pipeline does it: {0}")
  @ValueSource(booleans = {false, true})
  void whateverGoesWrongTheTableIsThatOfOneDeliveryOfEach(boolean fed) {
    List<String> wrong = new ArrayList<>();

    int schedules = simulate(Flaw.NONE, fed, wrong);

    assertThat(wrong).isEmpty();
    assertThat(schedules).isGreaterThan(100_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_LEDGER", "SPLIT_TRANSACTION", "NO_LOCK"})
  void aDatabaseThatLacksAPartIsFoundOut(Flaw flaw) {
    List<String> wrong = new ArrayList<>();

    simulate(flaw, false, wrong);

    assertThat(wrong).isNotEmpty();

    wrong.clear();
    simulate(flaw, true, wrong);

    assertThat(wrong).isNotEmpty();
  }

  /** Returns how many schedules were run; stops at the first few that are wrong. */
  private static int simulate(Flaw flaw, boolean fed, List<String> wrong) {
    int schedules = 0;
    for (LoadPlan plan : List.of(REPLACE, APPEND)) {
      for (List<String> deliveries : sequences(4)) {
        LoadSimulation calm = new LoadSimulation(flaw, plan, deliveries, fed, null);
        int steps = calm.run();
        judge(calm, wrong);
        for (int delivery = 0; delivery < deliveries.size(); delivery++) {
          for (int step = 1; step <= steps; step++) {
            for (Kind kind : Kind.values()) {
              Fault fault = new Fault(delivery, step, kind);
              LoadSimulation one = new LoadSimulation(flaw, plan, deliveries, fed, fault);
              one.run();
              judge(one, wrong);
              schedules++;
              if (wrong.size() >= 5) {
                return schedules;
              }
            }
          }
        }
      }
    }
    return schedules;
  }

  private static void judge(LoadSimulation simulation, List<String> wrong) {
    String verdict = simulation.verdict();
    if (verdict != null) {
      wrong.add(simulation + ": " + verdict);
    }
  }

  private static List<List<String>> sequences(int longest) {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (int from = 0, length = 0; length < longest; length++) {
      int to = all.size();
      for (List<String> shorter : List.copyOf(all.subList(from, to))) {
        for (String upload : List.of("a1", "a2", "a3", "b")) {
          List<String> longer = new ArrayList<>(shorter);
          longer.add(upload);
          all.add(longer);
        }
      }
      from = to;
    }
    return all.subList(1, all.size());
  }
}
