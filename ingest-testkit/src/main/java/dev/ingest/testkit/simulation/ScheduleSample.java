package dev.ingest.testkit.simulation;

import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.testkit.simulation.Schedule.Fault;
import dev.ingest.testkit.simulation.Schedule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Schedules for databases that are too slow for all of them: every step with every fault, while the
 * rest is chance. Whoever fails says the seed.
 */
public final class ScheduleSample {

  private final Random random;
  private final LoadPlan append;
  private final LoadPlan replace;
  private boolean appending;

  /**
   * Makes a sample.
   *
   * @param seed the same one gives the same sample
   */
  public ScheduleSample(long seed, TableName table) {
    this.random = new Random(seed);
    this.appending = random.nextBoolean();
    this.append = LoadPlan.into(table).append();
    this.replace = LoadPlan.into(table).replacePartition("part");
  }

  /** Returns the seed of this Java process, which may be set to repeat a run. */
  public static long seed() {
    return Long.getLong("simulation.seed", System.nanoTime());
  }

  /** A schedule without a fault, of all steps that a first delivery takes. */
  public Schedule calm() {
    return new Schedule(append, List.of("a1"), true, null);
  }

  /**
   * Returns a schedule for each kind of fault at each step of the first of two deliveries. The
   * plans take turns, so that each of them meets each kind and each step or its neighbour.
   *
   * @param from the first step
   * @param to the last step
   */
  public List<Schedule> everyFault(int from, int to) {
    List<Schedule> all = new ArrayList<>();
    for (int step = from; step <= to; step++) {
      for (Kind kind : Kind.values()) {
        all.add(schedule(new Fault(0, step, kind)));
      }
    }
    return all;
  }

  /** Returns a schedule for each kind of fault, at a step by chance. */
  public List<Schedule> everyKind(int steps) {
    List<Schedule> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.add(schedule(new Fault(0, 1 + random.nextInt(steps), kind)));
    }
    return all;
  }

  private Schedule schedule(Fault fault) {
    appending = !appending;
    return new Schedule(appending ? append : replace, deliveries(), true, fault);
  }

  private List<String> deliveries() {
    return List.of(upload(), upload());
  }

  private String upload() {
    return LoadSimulation.UPLOADS.get(random.nextInt(LoadSimulation.UPLOADS.size()));
  }
}
