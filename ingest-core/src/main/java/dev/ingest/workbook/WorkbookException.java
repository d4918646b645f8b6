package dev.ingest.workbook;

import org.jspecify.annotations.Nullable;

/**
 * The one failure of reading a workbook. The message says where, what was expected, what was found
 * and what to try; {@link #reason()} is for programs.
 */
public final class WorkbookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a workbook was refused. */
  public enum Reason {
    /** The file is something else: a web page, a text, an empty file. */
    NOT_A_WORKBOOK,
    /** A workbook in a format or with a feature that is not read. */
    UNSUPPORTED,
    /** The workbook is encrypted. */
    PASSWORD_NEEDED,
    /** The file is damaged, cut short or breaks the rules of its format. */
    DAMAGED,
    /** A limit of {@link ReadLimits} was passed. */
    LIMIT_EXCEEDED,
    /** No sheet, or more than one, answers to the selector. */
    NO_SUCH_SHEET,
    /** The bytes could not be read at all: the disk or the network failed. */
    UNREADABLE
  }

  private final Reason reason;

  /** Makes a failure with a whole message. */
  public WorkbookException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** Makes a failure with a whole message and what caused it. */
  public WorkbookException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns why the workbook was refused. */
  public Reason reason() {
    return reason;
  }
}
