package dev.ingest.bench.measure;

import dev.ingest.bench.workbook.Table;

/** A program that is measured. */
public enum Program {
  /** This library, bytes to bytes: what {@code ingest convert} does. */
  TRANSCODING("ingest, transcoding", Kind.OURS, "program.%sTranscoding", Jars.CORE),
  /** This library, through its typed rows. */
  RECORDS("ingest, records", Kind.OURS, "program.%sRecords", Jars.CORE),
  /** This library, its typed rows held to rules, with all files of a run. */
  POLICY("ingest, full policy", Kind.OURS, "program.%sPolicy", Jars.CORE),
  /** The shipped command, with the start of its command line; only where it has been built. */
  COMMAND("ingest convert, the command", Kind.COMMAND, "", Jars.NONE),
  /** The sheet's bytes inflated, and nothing else. */
  LIMIT("limit: java.util.zip", Kind.LIMIT, "program.Limit", Jars.NONE),
  /** Nothing at all. */
  HELLO("hello world", Kind.LIMIT, "program.Hello", Jars.NONE),
  /** Apache POI's event API. */
  POI_EVENT("Apache POI, event API", Kind.PEER, "peer.PoiEventProgram", Jars.POI),
  /** dhatim's reader. */
  FASTEXCEL_READER(
      "fastexcel-reader", Kind.PEER, "peer.FastexcelReaderProgram", Jars.FASTEXCEL_READER),
  /** EasyExcel's heir, of Alibaba's origin. */
  EASYEXCEL("FastExcel (was EasyExcel)", Kind.PEER, "peer.EasyExcelProgram", Jars.EASYEXCEL),
  /** Apache POI's object model of a whole workbook. */
  POI_USER_MODEL("Apache POI, user model", Kind.PEER, "peer.PoiUserModelProgram", Jars.POI),
  /** This library, from the workbook to committed rows. */
  LOAD("ingest, load", Kind.LOAD, "load.PipelineLoad", Jars.ALL),
  /** The CSV copied straight into the table, and nothing else. */
  BARE_COPY("limit: bare COPY of the CSV", Kind.LOAD, "load.BareCopy", Jars.ALL),
  /** Apache POI's event API, and JDBC inserts in batches. */
  POI_INSERTS("Apache POI, batched inserts", Kind.LOAD, "load.PoiInserts", Jars.ALL);

  /** What a program stands for. */
  public enum Kind {
    /** It uses this library. */
    OURS,
    /** It is this project's own command, which does not say what it used up. */
    COMMAND,
    /** It does less than the work. */
    LIMIT,
    /** It does the same work with another library. */
    PEER,
    /** It puts rows into a table of a database, which are then compared there. */
    LOAD
  }

  private final String label;
  private final Kind kind;
  private final String mainClass;
  private final Jars jars;

  Program(String label, Kind kind, String mainClass, Jars jars) {
    this.label = label;
    this.kind = kind;
    this.mainClass = mainClass;
    this.jars = jars;
  }

  /** Returns the name in tables. */
  public String label() {
    return label;
  }

  /** Returns what it stands for. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether it writes rows to a file, which are then compared with the expected ones. */
  public boolean writesRows() {
    return kind != Kind.LIMIT && kind != Kind.LOAD;
  }

  /** Returns the jars that it runs on, beside this module's classes. */
  Jars jars() {
    return jars;
  }

  /** Returns the class with its main method for a table. */
  String mainClass(Table table) {
    return "dev.ingest.bench." + mainClass.replace("%s", table == Table.WIDE ? "Wide" : "Metrics");
  }
}
