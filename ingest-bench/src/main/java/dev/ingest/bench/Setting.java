package dev.ingest.bench;

import dev.ingest.bench.measure.CheckedRuns;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.report.Report;
import dev.ingest.bench.workbook.WorkbookFolder;
import java.util.ArrayList;
import java.util.List;

/** What each part needs. */
record Setting(Options options, WorkbookFolder workbooks, CheckedRuns runs, Report report) {

  /** Returns the programs that do the work of the tables, in their order. */
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
