package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns;
import dev.ingest.bench.measure.CheckedRuns.Checked;
import dev.ingest.bench.measure.Measurement;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.workbook.ReadyWorkbook;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs programs in turns, A B C A B C, so that what the machine does besides hits all of them. */
final class AlternatingRuns {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Setting setting;

  AlternatingRuns(Setting setting) {
    this.setting = setting;
  }

  /** Returns what was measured of each program; faults of ours and wrong rows are reported. */
  Map<Program, Measurement> run(List<Program> programs, List<String> flags, ReadyWorkbook workbook)
      throws IOException, InterruptedException {
    return run(programs, program -> flags, workbook);
  }

  /** Does so with flags that differ from program to program. */
  Map<Program, Measurement> run(
      List<Program> programs, Function<Program, List<String>> flags, ReadyWorkbook workbook)
      throws IOException, InterruptedException {
    Map<Program, Measurement> all = new LinkedHashMap<>();
    for (Program program : programs) {
      all.put(program, new Measurement(program));
    }
    for (int run = 0; run <= setting.options().runs(); run++) {
      for (Measurement measurement : all.values()) {
        if (measurement.goesOn()) {
          once(measurement, flags.apply(measurement.program()), workbook, run == 0);
        }
      }
    }
    return all;
  }

  private void once(
      Measurement measurement, List<String> flags, ReadyWorkbook workbook, boolean warmUp)
      throws IOException, InterruptedException {
    CheckedRuns runs = setting.runs();
    Program program = measurement.program();
    Checked checked = runs.run(program, flags, workbook, LIMIT);
    if (checked.fault().isEmpty()) {
      measurement.add(checked.run(), warmUp);
      return;
    }
    String fault = checked.fault().get();
    measurement.fail(fault);
    if (checked.wrongRows() || program.kind() != Program.Kind.PEER) {
      setting.report().fault(program.label() + " on " + workbook.name() + ": " + fault);
    }
  }
}
