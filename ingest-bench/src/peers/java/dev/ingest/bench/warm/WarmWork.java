package dev.ingest.bench.warm;

import dev.ingest.bench.measure.Program;
import dev.ingest.bench.peer.EasyExcelProgram;
import dev.ingest.bench.peer.FastexcelReaderProgram;
import dev.ingest.bench.peer.PeerWork;
import dev.ingest.bench.peer.PoiEventProgram;
import dev.ingest.bench.peer.PoiUserModelProgram;
import dev.ingest.bench.program.Limit;
import dev.ingest.bench.program.MetricsPolicy;
import dev.ingest.bench.program.MetricsRecords;
import dev.ingest.bench.program.MetricsTranscoding;
import dev.ingest.bench.program.WidePolicy;
import dev.ingest.bench.program.WideRecords;
import dev.ingest.bench.program.WideTranscoding;
import dev.ingest.bench.program.Work;
import dev.ingest.bench.workbook.Table;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One program on one workbook; both are said by whoever runs it. */
@State(Scope.Benchmark)
public class WarmWork {

  /** The program, a name of {@link Program}. */
  @Param("LIMIT")
  public String program = "";

  /** The table, a name of {@link Table}. */
  @Param("METRICS")
  public String table = "";

  /** The workbook's file. */
  @Param("")
  public String workbook = "";

  /** The file to write. */
  @Param("")
  public String csv = "";

  /** Does the work once. */
  @Benchmark
  public void run() throws Exception {
    work().run(Path.of(workbook), Path.of(csv), Table.valueOf(table));
  }

  private PeerWork work() {
    boolean wide = table.equals(Table.WIDE.name());
    return switch (Program.valueOf(program)) {
      case TRANSCODING -> plain(wide ? new WideTranscoding() : new MetricsTranscoding());
      case RECORDS -> plain(wide ? new WideRecords() : new MetricsRecords());
      case POLICY -> plain(wide ? new WidePolicy() : new MetricsPolicy());
      case LIMIT -> plain(new Limit());
      case HELLO, COMMAND, LOAD, BARE_COPY, POI_INSERTS ->
          throw new IllegalArgumentException(program + ": expected a program to call");
      case POI_EVENT -> new PoiEventProgram();
      case POI_USER_MODEL -> new PoiUserModelProgram();
      case FASTEXCEL_READER -> new FastexcelReaderProgram();
      case EASYEXCEL -> new EasyExcelProgram();
    };
  }

  private static PeerWork plain(Work work) {
    return (in, out, table) -> work.run(in, out);
  }
}
