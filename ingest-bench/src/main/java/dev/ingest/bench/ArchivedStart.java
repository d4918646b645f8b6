package dev.ingest.bench;

import dev.ingest.bench.measure.ClassArchives;
import dev.ingest.bench.measure.JvmFlags;
import dev.ingest.bench.measure.Program;
import dev.ingest.bench.workbook.ReadyWorkbook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How our programs are started by {@code ./ingest}: with the launcher's flags, and with an archive
 * of their classes that a run before has made. Other programs have the flags alone.
 */
final class ArchivedStart {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Setting setting;
  private final ClassArchives archives;

  ArchivedStart(Setting setting) {
    this.setting = setting;
    this.archives = new ClassArchives(setting.runs().folder(), Runtime.version().feature());
  }

  /** Makes the archives of those of our programs that are among these, by a run of each. */
  void make(List<Program> programs, ReadyWorkbook workbook)
      throws IOException, InterruptedException {
    for (Program program : programs) {
      if (isOurs(program)) {
        List<String> flags = joined(JvmFlags.LAUNCHER, archives.making(program));
        setting.runs().run(program, flags, workbook, LIMIT);
      }
    }
  }

  /** Returns what a program is started with. */
  List<String> flags(Program program) {
    return joined(JvmFlags.LAUNCHER, isOurs(program) ? archives.using(program) : List.of());
  }

  private static boolean isOurs(Program program) {
    return program.kind() == Program.Kind.OURS || program.kind() == Program.Kind.COMMAND;
  }

  private static List<String> joined(JvmFlags flags, List<String> more) {
    List<String> all = new ArrayList<>(flags.flags());
    all.addAll(more);
    return all;
  }
}
