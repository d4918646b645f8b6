package dev.ingest.workbook.part;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;

/** Makes the failures of this package, so that they all read alike. */
public final class Damage {

  private static final String ADVICE = "; ask the sender for the file again";

  private Damage() {}

  /** The file breaks the rules of its format. */
  public static WorkbookException at(String where, String expectedAndFound) {
    return new WorkbookException(Reason.DAMAGED, where + ": " + expectedAndFound + ADVICE);
  }

  /** The same, with a cause. */
  public static WorkbookException at(String where, String expectedAndFound, Throwable cause) {
    return new WorkbookException(Reason.DAMAGED, where + ": " + expectedAndFound + ADVICE, cause);
  }

  /** The file uses what this reader does not support. */
  public static WorkbookException unsupported(String where, String expectedAndFound) {
    return new WorkbookException(Reason.UNSUPPORTED, where + ": " + expectedAndFound);
  }
}
