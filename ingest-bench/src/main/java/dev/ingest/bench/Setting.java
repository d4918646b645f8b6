package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Report;
import dev.ingest.bench.workbook.Table;
import dev.ingest.bench.workbook.WorkbookFolder;
import java.util.ArrayList;
import java.util.List;

/** What each part needs. */
record Setting(
    Options options,
    boolean hasCommand,
    WorkbookFolder workbooks,
    CheckedRuns runs,
    Report report) {

  /** Returns the programs that do a table's work in a process of their own, in their order. */
  List<Program> processes(Table table) {
    List<Program> programs = programs();
    if (hasCommand && table == Table.METRICS) {
      programs.add(programs.indexOf(Program.RECORDS) + 1, Program.COMMAND);
    }
    return programs;
  }

  /** Returns the programs whose work can be called, too. */
  List<Program> programs() {
    List<Program> programs =
        new ArrayList<>(List.of(Program.LIMIT, Program.TRANSCODING, Program.RECORDS));
    if (options.peers()) {
      programs.addAll(List.of(Program.FASTEXCEL_READER, Program.POI_EVENT, Program.EASYEXCEL));
    }
    if (options.peers() && options.slowPeers()) {
      programs.add(Program.POI_USER_MODEL);
    }
    return programs;
  }
}
