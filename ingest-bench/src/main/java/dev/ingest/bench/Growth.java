package dev.ingest.bench;

import dev.ingest.bench.measure.JvmFlags;
import dev.ingest.bench.measure.Measurement;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Figures;
import dev.ingest.bench.report.MarkdownTable;
import dev.ingest.bench.report.Verdict;
import dev.ingest.bench.workbook.BenchWorkbook;
import dev.ingest.bench.workbook.ReadyWorkbook;
import dev.ingest.bench.workbook.Workbooks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that a workbook costs its bytes: four times the rows four times the time, rows without
 * cells no more than rows with them, and a claim or a part that nobody asked for nothing.
 */
final class Growth {

  /** What a machine that does other things, too, may add. */
  private static final double NOISE = 1.15;

  private static final double NOTHING_MILLIS = 15;

  private final Setting setting;

  Growth(Setting setting) {
    this.setting = setting;
  }

  void run() throws IOException, InterruptedException {
    setting.report().heading("Growth (launcher flags)");
    MarkdownTable table =
        new MarkdownTable("program", "workbook", "sheet MB", "wall s", "ns per byte", "peak MiB");
    Map<String, Map<Program, Cost>> costs = new LinkedHashMap<>();
    measure(Workbooks.tiny(), costs, table);
    for (BenchWorkbook workbook : Workbooks.growing()) {
      measure(workbook, costs, table);
    }
    for (BenchWorkbook workbook : Workbooks.oddities()) {
      measure(workbook, costs, table);
    }
    setting.report().table(table);
    for (Program program : List.of(Program.TRANSCODING, Program.RECORDS)) {
      judge(program, costs);
    }
  }

  private record Cost(double bytes, double seconds) {}

  private void measure(
      BenchWorkbook workbook, Map<String, Map<Program, Cost>> costs, MarkdownTable table)
      throws IOException, InterruptedException {
    ReadyWorkbook ready = setting.workbooks().ready(workbook);
    double bytes = ready.sheetBytes();
    Map<Program, Cost> found = new LinkedHashMap<>();
    List<Program> programs = List.of(Program.LIMIT, Program.TRANSCODING, Program.RECORDS);
    for (Measurement one :
        new AlternatingRuns(setting).run(programs, JvmFlags.LAUNCHER.flags(), ready).values()) {
      found.put(one.program(), new Cost(bytes, one.wallSeconds()));
      table.row(
          one.program().label(),
          workbook.name(),
          Figures.ratio(bytes / 1e6),
          Figures.seconds(one.wallSeconds()),
          Figures.ratio(one.wallSeconds() * 1e9 / bytes),
          Figures.whole(one.peakMib()));
    }
    costs.put(workbook.name(), found);
  }

  private void judge(Program program, Map<String, Map<Program, Cost>> costs) {
    Cost tiny = cost(costs, "tiny", program);
    Cost quarter = cost(costs, "rows_250k", program);
    Cost whole = cost(costs, "rows_1000k", program);
    Cost empty = cost(costs, "empty_rows", program);
    setting
        .report()
        .verdict(
            Verdict.atMost(
                "growth, %s, 1,000,000 rows ÷ 250,000".formatted(program.label()),
                NOISE * whole.bytes() / quarter.bytes(),
                whole.seconds() / quarter.seconds()));
    setting
        .report()
        .verdict(
            Verdict.atMost(
                "growth, %s, byte of an empty row ÷ of a full one".formatted(program.label()),
                NOISE,
                perByte(empty, tiny) / perByte(whole, tiny)));
    for (String free : List.of("huge_dimension", "unused_part")) {
      double millis = (cost(costs, free, program).seconds() - tiny.seconds()) * 1_000;
      setting
          .report()
          .verdict(
              Verdict.atMost(
                  "growth, %s, %s over tiny".formatted(program.label(), free),
                  "ms",
                  NOTHING_MILLIS,
                  millis));
    }
  }

  private static double perByte(Cost cost, Cost tiny) {
    return (cost.seconds() - tiny.seconds()) / cost.bytes();
  }

  private static Cost cost(
      Map<String, Map<Program, Cost>> costs, String workbook, Program program) {
    return costs.getOrDefault(workbook, Map.of()).getOrDefault(program, new Cost(0, Double.NaN));
  }
}
