package dev.ingest.bench;

import dev.ingest.bench.measure.Program;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures that we ask of ourselves, in the order: transcoding, records. */
final class Goals {

  /** Wall of the process ÷ the limit's, with the launcher's flags, at most. */
  private static final Map<String, double[]> WHOLE =
      Map.of(
          "max_10pct", new double[] {1.3, 1.6},
          "max_all", new double[] {1.6, 2.2},
          "wide", new double[] {1.7, 3.0});

  /** The same in one warm process. */
  private static final Map<String, double[]> WARM =
      Map.of(
          "max_10pct", new double[] {1.3, 1.6},
          "max_all", new double[] {1.6, 2.2},
          "wide", new double[] {1.6, 3.0});

  /** Wall of the peer's process ÷ ours, at least. */
  private static final Map<Program, double[]> PEERS =
      Map.of(
          Program.POI_EVENT, new double[] {10, 7},
          Program.FASTEXCEL_READER, new double[] {7, 5},
          Program.EASYEXCEL, new double[] {12, 9});

  /** Heap in MiB, at most. */
  private static final Map<String, double[]> HEAP =
      Map.of("max_all", new double[] {16, 24}, "wide", new double[] {64, 64});

  /** Resident memory in MiB with that heap, at most: 64 MB. */
  static final double PEAK_MIB = 64e6 / (1 << 20);

  /** Milliseconds over hello world, at most. */
  private static final double[] COLD = {20, 40};

  /** Wall of a load ÷ that of reading and of a bare copy, at most. */
  static final double LOAD = 1.15;

  /** Wall of the full policy ÷ that of plain records, at most. */
  static final double POLICY = 1.25;

  private Goals() {}

  static OptionalDouble whole(String workbook, Program program) {
    return of(WHOLE.get(workbook), program);
  }

  static OptionalDouble warm(String workbook, Program program) {
    return of(WARM.get(workbook), program);
  }

  /** Asked of large workbooks only. */
  static OptionalDouble peer(String workbook, Program peer, Program program) {
    return WHOLE.containsKey(workbook) ? of(PEERS.get(peer), program) : OptionalDouble.empty();
  }

  static OptionalDouble heap(String workbook, Program program) {
    return of(HEAP.get(workbook), program);
  }

  static OptionalDouble cold(Program program) {
    return of(COLD, program);
  }

  private static OptionalDouble of(double @Nullable [] goals, Program program) {
    if (goals == null || program != Program.TRANSCODING && program != Program.RECORDS) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(goals[program == Program.TRANSCODING ? 0 : 1]);
  }
}
