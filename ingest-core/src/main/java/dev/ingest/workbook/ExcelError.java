package dev.ingest.workbook;

import java.util.Optional;

/** The error values of a cell: ECMA-376 Part 1, 18.17.3, and those Excel added since. */
public enum ExcelError {
  NULL("#NULL!"),
  DIV_0("#DIV/0!"),
  VALUE("#VALUE!"),
  REF("#REF!"),
  NAME("#NAME?"),
  NUM("#NUM!"),
  NA("#N/A"),
  GETTING_DATA("#GETTING_DATA"),
  SPILL("#SPILL!"),
  CONNECT("#CONNECT!"),
  BLOCKED("#BLOCKED!"),
  UNKNOWN("#UNKNOWN!"),
  FIELD("#FIELD!"),
  CALC("#CALC!"),
  BUSY("#BUSY!"),
  PYTHON("#PYTHON!"),
  EXTERNAL("#EXTERNAL!"),
  TIMEOUT("#TIMEOUT!");

  private final String code;

  ExcelError(String code) {
    this.code = code;
  }

  /** Returns the text that Excel shows: {@code #N/A}. */
  public String code() {
    return code;
  }

  /** Finds the error with this text, letter for letter. */
  public static Optional<ExcelError> of(String code) {
    for (ExcelError error : values()) {
      if (error.code.equals(code)) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
